using Tiny.Nn.Numerics.Lanes;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training;

/// <summary>Makes the function that training minimizes.</summary>
public static class Objective
{
    /// <summary>The loss of a network, taken together with its output activation where the two have a fused form.</summary>
    /// <param name="network">Whose parameters are to be found.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="penalty">What large weights cost; null for nothing.</param>
    public static Objective<T> Create<T>(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        return loss.FusedWith(network.Architecture.OutputActivation) is { } fused
            ? new Objective<T>(network.WithoutLastLayer(), fused, penalty)
            : new Objective<T>(network, loss, penalty);
    }

    /// <summary>The same in two steps, output activation and loss: the twin that the fused form is checked by.</summary>
    /// <param name="network">Whose parameters are to be found.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="penalty">What large weights cost; null for nothing.</param>
    public static Objective<T> Unfused<T>(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(network, loss, penalty);
}

/// <summary>
/// The function of the parameters θ that training minimizes: mean loss over a batch + penalty of the weights.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Objective<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A generic virtual method is looked up at every call; this one was looked up once.
    private readonly Evaluation evaluate;

    internal Objective(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty)
    {
        evaluate = loss.Evaluate;
        Network = network;
        Loss = loss;
        Penalty = penalty ?? WeightPenalty.None;
    }

    private delegate T Evaluation(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    );

    /// <summary>The network up to what the loss sees: without its output activation where that is fused.</summary>
    public SequentialNetwork<T> Network { get; }

    /// <summary>What compares the network's output with the targets.</summary>
    public Loss Loss { get; }

    /// <summary>What large weights cost.</summary>
    public WeightPenalty Penalty { get; }

    /// <summary>The weighted mean loss of trained answers, Σwᵢℓᵢ/Σwᵢ, without penalty.</summary>
    /// <param name="x">Inputs × samples, of any number.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <param name="weights">One per sample; empty where all weigh the same.</param>
    /// <param name="workspace">Where intermediate results go. Samples are worked through in portions of its size.</param>
    public double Evaluate(Matrix<T> x, Matrix<T> target, ReadOnlySpan<T> weights, Workspace<T> workspace) =>
        Evaluate(x, target, weights, workspace, score: null);

    /// <summary>The same, watched: what the score sees are the answers that the loss is made of.</summary>
    internal double Evaluate(
        Matrix<T> x,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Workspace<T> workspace,
        ValidationScore<T>? score
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Sizes.Same(x.Columns, target.Columns);
        score?.Clear();
        double sum = 0;
        double total = 0;
        for (int first = 0; first < x.Columns; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, x.Columns - first);
            ReadOnlySpan<T> portion = weights.IsEmpty ? weights : weights.Slice(first, count);
            Matrix<T> output = workspace.Output(Network.Layers.Count - 1, count);
            Network.Predict(x.Slice(first, count), workspace, output);
            T loss = Loss.Evaluate(output, target.Slice(first, count), portion, default);
            score?.Add(output, target.Slice(first, count));
            sum += count * double.CreateTruncating(loss);
            total += weights.IsEmpty ? count : double.CreateTruncating(Sums.Sum(portion));
        }
        return total == 0 ? 0 : sum / total;
    }

    /// <summary>The objective of a batch and its derivative by all parameters.</summary>
    /// <param name="x">Inputs × samples, at most as many as the workspace has room for.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <param name="weights">One per sample; empty where all weigh the same.</param>
    /// <param name="workspace">Receives the derivative in <see cref="Workspace{T}.Gradient"/>, and all that led to it.</param>
    /// <param name="generator">Where dropout draws from.</param>
    /// <returns>Mean loss + penalty. Where it is not finite, the gradient is not either.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Gradient(
        Matrix<T> x,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Workspace<T> workspace,
        Generator generator
    )
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Matrix<T> output = Network.Forward(x, workspace, generator);
        Matrix<T> dOutput = workspace.Delta(Network.Layers.Count - 1, x.Columns);
        T value = evaluate(output, target, weights, dOutput);
        Network.Backward(x, workspace, default);
        return value + Penalize(workspace.Gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Penalize(Matrix<T> gradient)
    {
        T cost = T.Zero;
        if (Penalty is { L1: 0, L2: 0 })
        {
            return cost;
        }
        for (int i = 0; i < Network.Blocks.Count; i++)
        {
            ParameterBlock block = Network.Blocks[i];
            if (block.Role == ParameterRole.Weight)
            {
                ReadOnlySpan<T> weights = Network[block].Values;
                cost += Penalty.Value(weights);
                Penalty.AddGradient(weights, gradient.Part(block.Start, block.Rows, block.Columns).Values);
            }
        }
        return cost;
    }
}
