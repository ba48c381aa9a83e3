using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Adagrad: each parameter's rate shrinks with all the squared gradients it has seen.
/// s ← s + g²
/// θ ← θ − ηg/(√s + ε)
/// Duchi, Hazan, Singer, "Adaptive Subgradient Methods", 2011.
/// </summary>
/// <param name="LearningRate">η, positive.</param>
/// <param name="Epsilon">ε, added to the root of s, positive: it keeps the first step finite.</param>
public sealed record Adagrad(double LearningRate = 0.01, double Epsilon = 1e-10) : Optimizer(LearningRate)
{
    /// <summary>ε, added to the root of s: it keeps the first step finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Epsilon
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Epsilon);

    /// <inheritdoc/>
    public override string Name => "adagrad";

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
        InPlace.Update(new Rule(learningRate, Epsilon), parameters, gradient, state.Moment(0));
    }

    private readonly struct Rule(Scalar eta, Scalar epsilon) : IUpdateWithMoment
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta, V g, ref V s)
            where V : struct, ILanes<V>
        {
            s += g * g;
            return theta - V.Constant(eta) * g / (V.Sqrt(s) + V.Constant(epsilon));
        }
    }
}
