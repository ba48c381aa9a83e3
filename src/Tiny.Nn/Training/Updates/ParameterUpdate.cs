using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.Updates;

/// <summary>
/// The last part of a step, range by range of θ: decay, then what the optimizer makes of the gradient, both at the rate of the range
/// θ ← θ·(1 − η·f·λ), θ ← θ − (a step computed from g and the moments, at the rate η·f)
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ParameterUpdate<T> : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequentialNetwork<T> network;
    private readonly WeightDecay? decay;
    private readonly ParameterRange<T>[] ranges;

    // A generic virtual method is looked up at every call; this one was looked up once.
    private readonly Update update;

    internal ParameterUpdate(SequentialNetwork<T> network, UpdateRule rule)
    {
        this.network = network;
        decay = rule.Decay;
        ranges = ParameterRange<T>.Split(network, rule);
        update = rule.Optimizer.Update;
    }

    private delegate void Update(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    );

    /// <summary>How many were made.</summary>
    internal long Steps => ranges[0].State.Steps;

    /// <summary>Changes the parameters.</summary>
    /// <param name="gradient">g, after clipping: parameters × 1.</param>
    /// <param name="learningRate">η of this step, after the schedule.</param>
    /// <param name="decayFactor">What the schedule of decay says of this step.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Make(Span<T> gradient, double learningRate, double decayFactor)
    {
        foreach (ParameterRange<T> range in ranges)
        {
            double rate = learningRate * range.RateFactor;
            Span<T> parameters = range.Of(network.Parameters.Values);
            if (range.Decays)
            {
                decay!.Apply(parameters, rate, decayFactor);
            }
            update(parameters, range.Of(gradient), range.State, rate);
        }
    }

    public void Save(BinaryWriter writer)
    {
        foreach (ParameterRange<T> range in ranges)
        {
            range.Save(writer);
        }
    }

    public void Restore(BinaryReader reader)
    {
        foreach (ParameterRange<T> range in ranges)
        {
            range.Restore(reader);
        }
    }
}
