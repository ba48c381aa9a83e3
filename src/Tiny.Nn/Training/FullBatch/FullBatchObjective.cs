using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>
/// The objective of all samples as a function of a network's parameters θ:
/// f(θ) = Σᵢ wᵢℓᵢ/Σᵢ wᵢ + ½λ₂‖w‖²
/// Samples are worked through in portions, whose losses and gradients are added up, so memory does not grow with their number.
/// </summary>
/// <remarks>
/// It is computed in double, on a twin of the network, whatever the network's own numbers are: rounded once, at the end, the optimum is as good as float
/// can hold. In float, differences of f would drown in rounding long before the optimum.
/// </remarks>
/// <typeparam name="T">float or double: the numbers of the samples.</typeparam>
public sealed class FullBatchObjective<T> : ISmoothFunction
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<double> twin;
    private readonly Objective<double> loss;
    private readonly Objective<double> penalized;
    private readonly Dataset<T> samples;
    private readonly CancellationToken cancellation;
    private readonly Workspace<double> workspace;
    private readonly SampleRoom<T> room;
    private readonly Matrix<double> inputs;
    private readonly Matrix<double> targets;
    private readonly double[] weights;
    private readonly Matrix<double> sum;
    private readonly double totalWeight;
    private readonly Generator unused = new(0);

    /// <summary>The objective of some samples.</summary>
    /// <param name="architecture">What the network is made of.</param>
    /// <param name="loss">The loss of its outputs, compared with the targets.</param>
    /// <param name="penalty">The penalty on large weights; null for none.</param>
    /// <param name="samples">All samples.</param>
    /// <param name="cancellation">Ends an evaluation with <see cref="OperationCanceledException"/>, between two portions.</param>
    /// <exception cref="ArgumentException">
    /// A layer trains otherwise than it predicts, as dropout and batch normalization do, so the objective is no function of the parameters alone; or the penalty has
    /// an L1 part, which is not smooth; or the samples do not fit the network.
    /// </exception>
    public FullBatchObjective(
        Architecture architecture,
        Loss loss,
        WeightPenalty? penalty,
        Dataset<T> samples,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentNullException.ThrowIfNull(samples);
        twin = architecture.BuildUninitialized<double>();
        FullBatchLayers.Require(twin);
        if (penalty is { L1: > 0 })
        {
            throw new ArgumentException(
                "The L1 penalty is not smooth: full-batch training takes L2 only.",
                nameof(penalty)
            );
        }
        this.loss = Objective.Create(twin, loss);
        penalized = Objective.Create(twin, loss, penalty);
        this.samples = samples;
        this.cancellation = cancellation;
        TrainingData.Require(samples, twin.Inputs, twin.Outputs, nameof(samples));
        int units = twin.Layers.Sum(layer => layer.Outputs);
        int portion = Math.Min(samples.Count, FullBatchMemory.Portion(twin.Inputs, units));
        workspace = this.loss.Network.CreateWorkspace(portion);
        room = samples.Room(portion);
        inputs = new Matrix<double>(twin.Inputs, portion);
        targets = new Matrix<double>(twin.Outputs, portion);
        weights = new double[samples.SampleWeights.IsEmpty ? 0 : portion];
        sum = new Matrix<double>(Count, 1);
        totalWeight = TotalWeight(samples);
    }

    /// <summary>How many parameters the network has.</summary>
    public int Count => twin.Parameters.Rows;

    /// <summary>f(θ) and its derivative.</summary>
    /// <param name="x">θ, in the order of the network's parameters.</param>
    /// <param name="gradient">Receives ∂f/∂θ.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        x.CopyTo(twin.Parameters.Values);
        sum.Values.Clear();
        double value = 0;
        for (int first = 0; first < samples.Count; first += workspace.Capacity)
        {
            cancellation.ThrowIfCancellationRequested();
            Batch<double> portion = Portion(first, Math.Min(workspace.Capacity, samples.Count - first));
            double share = portion.Count / totalWeight;
            value += share * loss.Gradient(in portion, workspace, unused);
            Vectors.Add(sum.Values, share, workspace.Gradient.Values);
        }
        value += penalized.Penalize(sum);
        sum.Values.CopyTo(gradient);
        return value;
    }

    /// <summary>Neighbouring samples in double.</summary>
    private Batch<double> Portion(int first, int count)
    {
        Batch<T> portion = samples.Slice(first, count, room);
        Matrix<double> x = inputs.Slice(0, count);
        Matrix<double> t = targets.Slice(0, count);
        Numbers.Convert<T, double>(portion.Inputs.Values, x.Values);
        Numbers.Convert<T, double>(portion.Targets.Values, t.Values);
        if (weights.Length == 0)
        {
            return new Batch<double>(x, t);
        }
        Numbers.Convert<T, double>(portion.Weights.Span, weights);
        return new Batch<double>(x, t, weights.AsMemory(0, count));
    }

    private static double TotalWeight(Dataset<T> samples)
    {
        double total = 0;
        foreach (T weight in samples.SampleWeights.Span)
        {
            total += double.CreateTruncating(weight);
        }
        return samples.SampleWeights.IsEmpty ? samples.Count : total;
    }
}
