using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training;

/// <summary>Creates the function that training minimizes.</summary>
public static class Objective
{
    /// <summary>The loss of a network, taken together with its output activation where the two have a fused form.</summary>
    /// <param name="network">The network whose parameters are trained.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets.</param>
    /// <param name="penalty">The penalty on large weights; null for none.</param>
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
    /// <param name="network">The network whose parameters are trained.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets.</param>
    /// <param name="penalty">The penalty on large weights; null for none.</param>
    public static Objective<T> Unfused<T>(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        return new Objective<T>(network, loss, penalty);
    }
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
    private readonly SmoothedEvaluation? evaluateSmoothed;
    private readonly double epsilon;

    internal Objective(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty)
    {
        evaluate = loss.Evaluate;
        evaluateSmoothed = loss is SmoothedLoss smoothed ? smoothed.Evaluate : null;
        epsilon = (loss as SmoothedLoss)?.LabelSmoothing ?? 0;
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

    private delegate T SmoothedEvaluation(
        double epsilon,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    );

    /// <summary>The network up to what the loss sees: without its output activation where that is fused.</summary>
    public SequentialNetwork<T> Network { get; }

    /// <summary>The loss of the network's outputs, compared with the targets.</summary>
    public Loss Loss { get; }

    /// <summary>The penalty on large weights.</summary>
    public WeightPenalty Penalty { get; }

    /// <summary>The weighted mean loss of trained answers, Σwᵢℓᵢ/Σwᵢ, without penalty.</summary>
    /// <param name="batch">Any number of samples.</param>
    /// <param name="workspace">Where intermediate results go. Samples are worked through in portions of its size.</param>
    public double Evaluate(Batch<T> batch, Workspace<T> workspace) => Evaluate(batch, workspace, score: null);

    /// <summary>The same, watched: what the score sees are the answers that the loss is made of.</summary>
    internal double Evaluate(Batch<T> batch, Workspace<T> workspace, ValidationScore<T>? score)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        score?.Clear();
        double sum = 0;
        double total = 0;
        for (int first = 0; first < batch.Count; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, batch.Count - first);
            Add(batch.Slice(first, count), workspace, score, ref sum, ref total);
        }
        return total == 0 ? 0 : sum / total;
    }

    /// <summary>The same of samples that need not stand in memory all at once.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="room">Where they may be put: room for as many samples as the workspace has room for.</param>
    /// <param name="workspace">Where intermediate results go.</param>
    /// <param name="score">Is told of every answer; null for nobody.</param>
    internal double Evaluate(Dataset<T> data, SampleRoom<T> room, Workspace<T> workspace, ValidationScore<T>? score)
    {
        score?.Clear();
        double sum = 0;
        double total = 0;
        for (int first = 0; first < data.Count; first += workspace.Capacity)
        {
            int count = Math.Min(workspace.Capacity, data.Count - first);
            Add(data.Slice(first, count, room), workspace, score, ref sum, ref total);
        }
        return total == 0 ? 0 : sum / total;
    }

    /// <summary>Adds Σwᵢℓᵢ and Σwᵢ of a portion.</summary>
    private void Add(
        Batch<T> portion,
        Workspace<T> workspace,
        ValidationScore<T>? score,
        ref double sum,
        ref double total
    )
    {
        Matrix<T> output = workspace.Output(Network.Layers.Count - 1, portion.Count);
        Network.Predict(portion.Inputs, workspace, output);
        T loss = Loss.Evaluate(output, portion.Targets, portion.Weights.Span, default);
        score?.Add(output, portion.Targets);
        sum += portion.Count * double.CreateTruncating(loss);
        total += portion.Weights.IsEmpty ? portion.Count : double.CreateTruncating(Sums.Sum(portion.Weights.Span));
    }

    /// <summary>What the label smoothing is multiplied by in the next step; 1 until a trainer says otherwise.</summary>
    internal double SmoothingFactor { get; set; } = 1;

    /// <summary>The objective of a batch and its derivative by all parameters.</summary>
    /// <param name="batch">At most as many samples as the workspace has room for.</param>
    /// <param name="workspace">Receives the derivative in <see cref="Workspace{T}.Gradient"/>, and all that led to it.</param>
    /// <param name="generator">The source of random numbers for dropout.</param>
    /// <returns>Mean loss + penalty. Where it is not finite, the gradient is not either.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T Gradient(in Batch<T> batch, Workspace<T> workspace, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return LossGradient(in batch, workspace, generator) + Penalize(workspace.Gradient);
    }

    /// <summary>The mean loss of a batch and its derivative, both without penalty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal T LossGradient(in Batch<T> batch, Workspace<T> workspace, Generator generator)
    {
        Matrix<T> output = Network.Forward(batch.Inputs, workspace, generator);
        Matrix<T> dOutput = workspace.Delta(Network.Layers.Count - 1, batch.Count);
        ReadOnlySpan<T> weights = batch.Weights.Span;
        T value = evaluateSmoothed is null
            ? evaluate(output, batch.Targets, weights, dOutput)
            : evaluateSmoothed(epsilon * SmoothingFactor, output, batch.Targets, weights, dOutput);
        Network.Backward(workspace, default);
        return value;
    }

    /// <summary>Adds the penalty's derivative to a gradient.</summary>
    /// <returns>The penalty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal T Penalize(Matrix<T> gradient)
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
