using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>
/// What one run of a network needs beside its parameters: every layer's output and, for training, the derivatives.
/// It is used again and again, so that a step allocates nothing. One run at a time. <c>network.CreateWorkspace(capacity)</c> makes it.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Workspace<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] heights;
    private readonly int[] memoryHeights;
    private readonly int[] batchMemoryHeights;
    private readonly int parameterCount;
    private Matrix<T>[]? outputs;
    private Matrix<T>[]? memories;
    private Matrix<T>[]? batchMemories;
    private Matrix<T>[]? deltas;
    private Matrix<T>[]? alternating;
    private Pass<T>[]? passes;
    private Matrix<T> gradient;

    /// <param name="layers">The layers of the network.</param>
    /// <param name="parameters">How many parameters they have together.</param>
    /// <param name="capacity">How many samples a batch has at most.</param>
    internal Workspace(IReadOnlyList<Layer<T>> layers, int parameters, int capacity)
    {
        Capacity = Math.Max(capacity, 1);
        heights = [.. layers.Select(layer => layer.Outputs)];
        memoryHeights = [.. layers.Select(layer => layer.MemoryPerSample)];
        batchMemoryHeights = [.. layers.Select(layer => layer.MemoryPerBatch)];
        parameterCount = parameters;
    }

    /// <summary>How many samples a batch has at most.</summary>
    public int Capacity { get; }

    /// <summary>∂L/∂θ of the last backward pass: parameters × 1, in the order of the network's parameters.</summary>
    public Matrix<T> Gradient => gradient.IsEmpty ? gradient = new Matrix<T>(parameterCount, 1) : gradient;

    /// <summary>What a layer put out.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <param name="samples">How many samples the batch has.</param>
    /// <returns>Outputs × samples.</returns>
    public Matrix<T> Output(int layer, int samples) => (outputs ??= Tall(heights))[layer].Slice(0, samples);

    /// <summary>A place for what a layer puts out in a prediction: every other layer has the same.</summary>
    internal Matrix<T> Passing(int layer, int samples) =>
        (alternating ??= Tall([heights.Max(), heights.Max()]))[layer % 2].Part(0, heights[layer], samples);

    /// <summary>The loss's derivative by a layer's output.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <param name="samples">How many samples the batch has.</param>
    /// <returns>Outputs × samples.</returns>
    public Matrix<T> Delta(int layer, int samples) => (deltas ??= Tall(heights))[layer].Slice(0, samples);

    /// <summary>A layer's part of the training step that the last forward pass belongs to.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <exception cref="InvalidOperationException">There was no forward pass.</exception>
    internal ref readonly Pass<T> Pass(int layer) =>
        ref (passes ?? throw new InvalidOperationException("There was no forward pass on this workspace."))[layer];

    /// <summary>Begins a layer's part of a training step: its input, where its output is stored, and what it keeps for the backward pass.</summary>
    /// <param name="layer">Its number, from 0 on.</param>
    /// <param name="x">Its input. Where it is the same view as in the step before, so are the others.</param>
    internal ref readonly Pass<T> Begin(int layer, Matrix<T> x)
    {
        ref Pass<T> pass = ref (passes ??= new Pass<T>[heights.Length])[layer];
        if (!pass.X.IsSameView(x))
        {
            pass = new Pass<T>(
                x,
                Output(layer, x.Columns),
                (memories ??= Tall(memoryHeights))[layer].Slice(0, x.Columns),
                (batchMemories ??= [.. batchMemoryHeights.Select(rows => new Matrix<T>(rows, 1))])[layer]
            );
        }
        return ref pass;
    }

    /// <exception cref="ArgumentException">There is no room for so many samples.</exception>
    internal void Require(int samples)
    {
        if (samples > Capacity)
        {
            throw new ArgumentException($"The workspace has room for {Capacity} samples, the batch has {samples}.");
        }
    }

    private Matrix<T>[] Tall(int[] rows) => [.. rows.Select(count => new Matrix<T>(count, Capacity))];
}
