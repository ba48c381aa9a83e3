using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Gradient descent with momentum (Polyak's heavy ball): a velocity accumulates the gradients and decays by μ each step.
/// v ← μv + g
/// θ ← θ − ηv
/// Polyak, "Some methods of speeding up the convergence of iteration methods", 1964; in the form of Sutskever et al., 2013, with η outside.
/// </summary>
/// <param name="LearningRate">η, positive.</param>
/// <param name="Decay">μ, the share of the velocity that a step keeps, in [0, 1).</param>
public sealed record Momentum(double LearningRate = 0.01, double Decay = 0.9) : Optimizer(LearningRate)
{
    /// <summary>μ, the share of the velocity that a step keeps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Decay
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Decay);

    /// <inheritdoc/>
    public override string Name => "momentum";

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
            return theta - V.Constant(eta) * v;
        }
    }
}
