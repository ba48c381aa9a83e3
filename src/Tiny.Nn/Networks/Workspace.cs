using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>
/// What one run of a network needs beside its parameters: every layer's output and, for training, the derivatives.
/// It is used again and again, so that a step allocates nothing. One run at a time.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Workspace<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] heights;
    private readonly Lazy<Matrix<T>[]> outputs;
    private readonly Lazy<Matrix<T>[]> memories;
    private readonly Lazy<Matrix<T>[]> deltas;
    private readonly Lazy<Matrix<T>[]> alternating;
    private readonly Lazy<Matrix<T>> gradient;

    /// <summary>Room for batches of a network.</summary>
    /// <param name="network">Which network.</param>
    /// <param name="capacity">How many samples a batch has at most.</param>
    public Workspace(SequentialNetwork<T> network, int capacity)
    {
        ArgumentNullException.ThrowIfNull(network);
        Capacity = Math.Max(capacity, 1);
        heights = [.. network.Layers.Select(layer => layer.Outputs)];
        Matrix<T>[] Tall(IEnumerable<int> rows) => [.. rows.Select(count => new Matrix<T>(count, Capacity))];

        // Training needs what every layer put out; prediction only what the last one did, and a place for the next.
        outputs = new(() => Tall(heights));
        memories = new(() => Tall(network.Layers.Select(layer => layer.MemoryPerSample)));
        deltas = new(() => Tall(heights));
        alternating = new(() => Tall([heights.Max(), heights.Max()]));
        gradient = new(() => new Matrix<T>(network.Parameters.Rows, 1));
    }

    /// <summary>How many samples a batch has at most.</summary>
    public int Capacity { get; }

    /// <summary>∂L/∂θ of the last backward pass: parameters × 1, in the order of the network's parameters.</summary>
    public Matrix<T> Gradient => gradient.Value;

    /// <summary>What a layer put out.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <param name="samples">How many samples the batch has.</param>
    /// <returns>Outputs × samples.</returns>
    public Matrix<T> Output(int layer, int samples) => outputs.Value[layer].Slice(0, samples);

    /// <summary>A place for what a layer puts out in a prediction: every other layer has the same.</summary>
    internal Matrix<T> Passing(int layer, int samples) => alternating.Value[layer % 2].Part(0, heights[layer], samples);

    /// <summary>The loss's derivative by a layer's output.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <param name="samples">How many samples the batch has.</param>
    /// <returns>Outputs × samples.</returns>
    public Matrix<T> Delta(int layer, int samples) => deltas.Value[layer].Slice(0, samples);

    /// <summary>What a layer keeps from forward to backward.</summary>
    internal Matrix<T> Memory(int layer, int samples) => memories.Value[layer].Slice(0, samples);
}
