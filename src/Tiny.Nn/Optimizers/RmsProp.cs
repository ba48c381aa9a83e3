using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// RMSProp: each parameter's rate is divided by a running root mean square of its gradients.
/// s ← ρs + (1 − ρ)g²
/// θ ← θ − ηg/(√s + ε)
/// Tieleman, Hinton, "Lecture 6.5: rmsprop", 2012.
/// </summary>
/// <param name="LearningRate">η, positive.</param>
/// <param name="Decay">ρ, the share of s that a step keeps, in [0, 1).</param>
/// <param name="Epsilon">ε, added to √s, positive: it keeps the step finite where gradients vanish.</param>
public sealed record RmsProp(double LearningRate = 0.001, double Decay = 0.9, double Epsilon = 1e-8)
    : Optimizer(LearningRate)
{
    /// <summary>ρ, the share of s that a step keeps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Decay
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Decay);

    /// <summary>ε, added to √s: it keeps the step finite where gradients vanish.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Epsilon
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Epsilon);

    /// <inheritdoc/>
    public override string Name => "rmsprop";

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
        InPlace.Update(new Rule(this, learningRate), parameters, gradient, state.Moment(0));
    }

    private readonly struct Rule(RmsProp settings, double learningRate) : IUpdateWithMoment
    {
        private readonly Scalar eta = learningRate;
        private readonly Scalar rho = settings.Decay;
        private readonly Scalar oneMinusRho = 1 - settings.Decay;
        private readonly Scalar epsilon = settings.Epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta, V g, ref V s)
            where V : struct, ILanes<V>
        {
            s = V.Constant(rho) * s + V.Constant(oneMinusRho) * g * g;
            return theta - V.Constant(eta) * g / (V.Sqrt(s) + V.Constant(epsilon));
        }
    }
}
