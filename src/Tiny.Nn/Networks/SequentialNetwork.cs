using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>
/// Layers one after the other. All parameters lie in one vector; the layers hold views of it.
/// Predicting touches no shared state: any number of threads may do it at a time, each with a workspace of its own.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SequentialNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Layer<T>[] layers;
    private readonly int[] parameterCounts;

    internal SequentialNetwork(Architecture architecture)
        : this(architecture, new Matrix<T>((int)architecture.ParameterCount, 1)) { }

    private SequentialNetwork(Architecture architecture, Matrix<T> parameters)
    {
        Architecture = architecture;
        Parameters = parameters;
        layers = new Layer<T>[architecture.Layers.Length];
        parameterCounts = new int[layers.Length];
        List<ParameterBlock> blocks = [];
        int start = 0;
        int inputs = architecture.Inputs;
        for (int i = 0; i < layers.Length; i++)
        {
            int count = (int)architecture.Layers[i].ParameterCount(inputs);
            layers[i] = architecture.Layers[i].Build(inputs, parameters.Part(start, count, 1));
            int from = start;
            int number = i;
            blocks.AddRange(
                layers[i].Blocks.Select(b => b with { Name = $"{number}.{b.Name}", Start = from + b.Start })
            );
            parameterCounts[i] = count;
            start += count;
            inputs = layers[i].Outputs;
        }
        Blocks = blocks;
    }

    /// <summary>What the network is made of.</summary>
    public Architecture Architecture { get; }

    /// <summary>How many numbers go in per sample.</summary>
    public int Inputs => Architecture.Inputs;

    /// <summary>How many numbers come out per sample.</summary>
    public int Outputs => layers[^1].Outputs;

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<Layer<T>> Layers => layers;

    /// <summary>θ, all parameters: parameters × 1.</summary>
    public Matrix<T> Parameters { get; }

    /// <summary>What the parameters are, in the order in which they lie in <see cref="Parameters"/>.</summary>
    public IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>The parameters of a block.</summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public Matrix<T> this[ParameterBlock block]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(block);
            return Parameters.Part(block.Start, block.Rows, block.Columns);
        }
    }

    /// <summary>The network's answers.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <returns>A new matrix: outputs × samples.</returns>
    /// <exception cref="ArgumentException">x has not as many rows as the network has inputs.</exception>
    public Matrix<T> Predict(Matrix<T> x)
    {
        Matrix<T> answers = new(Outputs, x.Columns);
        Predict(x, new Workspace<T>(this, Math.Min(x.Columns, 256)), answers);
        return answers;
    }

    /// <summary>The network's answers, without allocating anything.</summary>
    /// <param name="x">Inputs × samples, of any number.</param>
    /// <param name="workspace">Where intermediate results go. Samples are worked through in portions of its size.</param>
    /// <param name="answers">Receives outputs × samples.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Predict(Matrix<T> x, Workspace<T> workspace, Matrix<T> answers)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Shape.Inputs(x.Rows, Inputs);
        Shape.Same(x.Columns, answers.Columns);
        for (int first = 0; first < x.Columns; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, x.Columns - first);
            Matrix<T> values = x.Slice(first, count);
            for (int i = 0; i < layers.Length; i++)
            {
                Matrix<T> y = i == layers.Length - 1 ? answers.Slice(first, count) : workspace.Passing(i, count);
                layers[i].Predict(values, y);
                values = y;
            }
        }
    }

    /// <summary>The forward pass of a training step. What every layer puts out stays in the workspace.</summary>
    /// <param name="x">Inputs × samples, at most as many as the workspace has room for.</param>
    /// <param name="workspace">Where the results go.</param>
    /// <param name="generator">Where random numbers come from.</param>
    /// <returns>The last layer's output, outputs × samples: a view into the workspace.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Matrix<T> Forward(Matrix<T> x, Workspace<T> workspace, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Shape.Inputs(x.Rows, Inputs);
        Matrix<T> values = x;
        for (int i = 0; i < layers.Length; i++)
        {
            Matrix<T> y = workspace.Output(i, x.Columns);
            layers[i].Forward(values, y, workspace.Memory(i, x.Columns), generator);
            values = y;
        }
        return values;
    }

    /// <summary>The backward pass, after <see cref="Forward"/>: from the loss's derivative by the output to that by θ.</summary>
    /// <param name="x">What went in.</param>
    /// <param name="workspace">Holds what <see cref="Forward"/> left, and in <see cref="Workspace{T}.Delta"/> of the last layer the loss's derivative by its output.</param>
    /// <param name="dx">Receives the loss's derivative by x, inputs × samples; empty where nobody wants it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(Matrix<T> x, Workspace<T> workspace, Matrix<T> dx)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int count = x.Columns;
        int start = Parameters.Rows;
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            Matrix<T> input = i == 0 ? x : workspace.Output(i - 1, count);
            Matrix<T> dInput = i == 0 ? dx : workspace.Delta(i - 1, count);
            int length = parameterCounts[i];
            start -= length;
            layers[i]
                .Backward(
                    input,
                    workspace.Output(i, count),
                    workspace.Memory(i, count),
                    workspace.Delta(i, count),
                    dInput,
                    workspace.Gradient.Part(start, length, 1)
                );
        }
    }

    /// <summary>The same network, with the same parameters in the same place, up to and without its last layer.</summary>
    /// <exception cref="InvalidOperationException">The last layer has parameters, or it is the only one.</exception>
    public SequentialNetwork<T> WithoutLastLayer()
    {
        if (layers.Length < 2 || layers[^1].Blocks.Count > 0)
        {
            throw new InvalidOperationException("Only a last layer without parameters can be taken off.");
        }
        return new SequentialNetwork<T>(Architecture.WithoutLastLayer(), Parameters);
    }
}
