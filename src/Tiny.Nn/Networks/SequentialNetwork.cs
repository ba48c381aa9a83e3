using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>
/// Layers one after the other. All parameters lie in one vector, all state in another; the layers hold views of them.
/// Predicting writes to nothing shared: any number of threads may do it at a time, each with a workspace of its own.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SequentialNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Layer<T>[] layers;
    private readonly int[] parameterCounts;
    private readonly LayerNumbers<T>[] numbers;

    internal SequentialNetwork(Architecture architecture)
    {
        Architecture = architecture;
        Parameters = new Matrix<T>((int)architecture.ParameterCount, 1);
        State = new Matrix<T>((int)architecture.StateCount, 1);
        numbers = [.. architecture.Share(Parameters, State)];
        parameterCounts = [.. numbers.Select(share => share.Parameters.Rows)];
        layers = new Layer<T>[numbers.Length];
        for (int i = 0, inputs = architecture.Inputs; i < layers.Length; inputs = layers[i++].Outputs)
        {
            layers[i] = architecture.Layers[i].Build(inputs, numbers[i]);
        }
        Blocks = Placed(layer => layer.Blocks);
        StateBlocks = Placed(layer => (layer as StatefulLayer<T>)?.StateBlocks ?? []);
    }

    /// <summary>Other layers on the same parameters and state.</summary>
    private SequentialNetwork(SequentialNetwork<T> original, Architecture architecture, Layer<T>[] layers)
    {
        Architecture = architecture;
        Parameters = original.Parameters;
        State = original.State;
        Blocks = original.Blocks;
        StateBlocks = original.StateBlocks;
        numbers = original.numbers;
        parameterCounts = original.parameterCounts;
        this.layers = layers;
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

    /// <summary>The sizes of its layers and how many parameters it has, such as <c>4-16-3, 131 parameters of float</c>.</summary>
    public override string ToString() =>
        $"{Architecture}, {Parameters.Rows} parameters of {(typeof(T) == typeof(float) ? "float" : "double")}";

    /// <summary>
    /// What is measured in training and not trained, such as running means: state values × 1. It has no rows where no layer has state.
    /// <see cref="Commit"/> alone changes it.
    /// </summary>
    public Matrix<T> State { get; }

    /// <summary>The matrices of the state, in the order in which they are stored in <see cref="State"/>.</summary>
    public IReadOnlyList<ParameterBlock> StateBlocks { get; }

    /// <summary>The numbers of a block.</summary>
    /// <param name="block">One of <see cref="Blocks"/> or <see cref="StateBlocks"/>.</param>
    public Matrix<T> this[ParameterBlock block]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(block);
            Matrix<T> all = block.Role == ParameterRole.Statistic ? State : Parameters;
            return all.Part(block.Start, block.Rows, block.Columns);
        }
    }

    /// <summary>Room for runs of this network. It is taken when it is first needed: predicting needs less than training.</summary>
    /// <param name="capacity">How many samples a batch has at most; at least one.</param>
    public Workspace<T> CreateWorkspace(int capacity) => new(layers, Parameters.Rows, capacity);

    /// <summary>The network's answers.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <returns>A new matrix: outputs × samples.</returns>
    /// <exception cref="ArgumentException">x has not as many rows as the network has inputs.</exception>
    public Matrix<T> Predict(Matrix<T> x)
    {
        Matrix<T> answers = new(Outputs, x.Columns);
        Predict(x, CreateWorkspace(Math.Min(x.Columns, 256)), answers);
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
        Shape.Answers(Outputs, x.Columns, answers);
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
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Matrix<T> Forward(Matrix<T> x, Workspace<T> workspace, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Shape.Inputs(x.Rows, Inputs);
        workspace.Require(x.Columns);
        Matrix<T> values = x;
        for (int i = 0; i < layers.Length; i++)
        {
            ref readonly Pass<T> pass = ref workspace.Begin(i, values);
            layers[i].Forward(in pass, generator);
            values = pass.Y;
        }
        return values;
    }

    /// <summary>The backward pass, after <see cref="Forward"/>: from the loss's derivative by the output to that by θ.</summary>
    /// <param name="workspace">Holds what <see cref="Forward"/> left, and in <see cref="Workspace{T}.Delta"/> of the last layer the loss's derivative by its output.</param>
    /// <param name="dx">Receives the loss's derivative by x, inputs × samples; an empty matrix skips it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(Workspace<T> workspace, Matrix<T> dx)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int count = workspace.Pass(0).X.Columns;
        int start = Parameters.Rows;
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            ref readonly Pass<T> pass = ref workspace.Pass(i);
            Matrix<T> dInput = i == 0 ? dx : workspace.Delta(i - 1, count);
            int length = parameterCounts[i];
            start -= length;
            layers[i].Backward(in pass, workspace.Delta(i, count), dInput, workspace.Gradient.Part(start, length, 1));
        }
    }

    /// <summary>
    /// Brings the layers' state up to date with the batch of a training step, after the update: the one place where it changes.
    /// A loop of your own calls it once per step; <see cref="Forward"/> and <see cref="Backward"/> leave the state as it is.
    /// </summary>
    /// <param name="workspace">Holds what <see cref="Forward"/> left.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Commit(Workspace<T> workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (State.IsEmpty)
        {
            return;
        }
        for (int i = 0; i < layers.Length; i++)
        {
            if (layers[i] is StatefulLayer<T> layer)
            {
                layer.Commit(in workspace.Pass(i));
            }
        }
    }

    /// <summary>
    /// The same network in inference mode, on the same parameters and state: its forward pass computes what <see cref="Predict(Matrix{T})"/>
    /// does, without dropout and with the running statistics of normalizations, and can be differentiated and trained.
    /// </summary>
    public SequentialNetwork<T> Frozen() => new(this, Architecture, [.. layers.Select(layer => layer.Frozen)]);

    /// <summary>A network of its own, in training mode, with equal parameters and state.</summary>
    public SequentialNetwork<T> Copy()
    {
        SequentialNetwork<T> copy = new(Architecture);
        Parameters.CopyTo(copy.Parameters);
        State.CopyTo(copy.State);
        return copy;
    }

    /// <summary>The same network, with the same parameters in the same place, up to and without its last layer.</summary>
    /// <exception cref="InvalidOperationException">The last layer has parameters, or it is the only one.</exception>
    public SequentialNetwork<T> WithoutLastLayer()
    {
        if (layers.Length < 2 || layers[^1].Blocks.Count > 0 || layers[^1] is StatefulLayer<T>)
        {
            throw new InvalidOperationException("Only a last layer without parameters can be taken off.");
        }
        return new SequentialNetwork<T>(this, Architecture.WithoutLastLayer(), layers[..^1]);
    }

    /// <summary>Where the parameters and the state of a layer are stored.</summary>
    internal LayerNumbers<T> NumbersOf(int layer) => numbers[layer];

    /// <summary>The blocks of all layers, with their places in the vector of all.</summary>
    private List<ParameterBlock> Placed(Func<Layer<T>, IReadOnlyList<ParameterBlock>> ofLayer)
    {
        List<ParameterBlock> placed = [];
        int start = 0;
        for (int i = 0; i < layers.Length; i++)
        {
            IReadOnlyList<ParameterBlock> blocks = ofLayer(layers[i]);
            placed.AddRange(blocks.Select(block => block.In(i, start)));
            start += blocks.Sum(block => block.Length);
        }
        return placed;
    }
}
