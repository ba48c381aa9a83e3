using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Nesterov's accelerated gradient: momentum that looks ahead by the step it is about to make.
/// v ← μv + g
/// θ ← θ − η(g + μv)
/// Nesterov, 1983; in the form of Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013, for the looked-ahead θ.
/// </summary>
/// <param name="LearningRate">η, positive.</param>
/// <param name="Decay">μ, the share of the velocity that a step keeps, in [0, 1).</param>
public sealed record Nesterov(double LearningRate = 0.01, double Decay = 0.9) : Optimizer(LearningRate)
{
    /// <summary>μ, the share of the velocity that a step keeps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Decay
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Decay);

    /// <inheritdoc/>
    public override string Name => "nesterov";

    /// <inheritdoc/>
    public override int Moments => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Update<T>(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        state.BeginStep();
        InPlace.Update(new Rule(learningRate, Decay), parameters, gradient, state.Moment(0));
    }

    private readonly struct Rule(Scalar eta, Scalar mu) : IUpdateWithMoment
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta, V g, ref V v)
            where V : struct, ILanes<V>
        {
            v = V.Constant(mu) * v + g;
            return theta - V.Constant(eta) * (g + V.Constant(mu) * v);
        }
    }
}
