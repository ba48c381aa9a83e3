using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// AdamW: Adam whose weight decay stays out of the moments, so that it shrinks all parameters alike.
/// m ← β₁m + (1 − β₁)g
/// v ← β₂v + (1 − β₂)g²
/// m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)
/// θ ← θ − η(m̂/(√v̂ + ε) + λθ)
/// Loshchilov, Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2 (η as both factors).
/// </summary>
/// <param name="LearningRate">η, positive.</param>
/// <param name="Beta1">β₁, the share of m that a step keeps, in [0, 1).</param>
/// <param name="Beta2">β₂, the share of v that a step keeps, in [0, 1).</param>
/// <param name="Epsilon">ε, added to √v̂, positive: it keeps the step finite where gradients vanish.</param>
/// <param name="WeightDecay">λ, not negative; applied to weights and biases alike.</param>
public sealed record AdamW(
    double LearningRate = 0.001,
    double Beta1 = 0.9,
    double Beta2 = 0.999,
    double Epsilon = 1e-8,
    double WeightDecay = 0.01
) : Optimizer(LearningRate)
{
    /// <summary>β₁, the share of m that a step keeps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Beta1
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Beta1);

    /// <summary>β₂, the share of v that a step keeps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Beta2
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Beta2);

    /// <summary>ε, added to √v̂: it keeps the step finite where gradients vanish.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Epsilon
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Epsilon);

    /// <summary>λ, applied to weights and biases alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double WeightDecay
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(WeightDecay);

    /// <inheritdoc/>
    public override string Name => "adamw";

    /// <inheritdoc/>
    public override int Moments => 2;

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
        Rule rule = new(this, learningRate, state.BeginStep());
        InPlace.Update(rule, parameters, gradient, state.Moment(0), state.Moment(1));
    }

    private readonly struct Rule(AdamW settings, double learningRate, long t) : IUpdateWithTwoMoments
    {
        private readonly Scalar eta = learningRate;
        private readonly Scalar beta1 = settings.Beta1;
        private readonly Scalar beta2 = settings.Beta2;
        private readonly Scalar oneMinusBeta1 = 1 - settings.Beta1;
        private readonly Scalar oneMinusBeta2 = 1 - settings.Beta2;
        private readonly Scalar epsilon = settings.Epsilon;
        private readonly Scalar lambda = settings.WeightDecay;
        private readonly Scalar correction1 = BiasCorrection.At(settings.Beta1, t);
        private readonly Scalar correction2 = BiasCorrection.At(settings.Beta2, t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta, V g, ref V m, ref V v)
            where V : struct, ILanes<V>
        {
            m = V.Constant(beta1) * m + V.Constant(oneMinusBeta1) * g;
            v = V.Constant(beta2) * v + V.Constant(oneMinusBeta2) * g * g;
            V mHat = m * V.Constant(correction1);
            V vHat = v * V.Constant(correction2);
            V step = mHat / (V.Sqrt(vHat) + V.Constant(epsilon)) + V.Constant(lambda) * theta;
            return theta - V.Constant(eta) * step;
        }
    }
}
