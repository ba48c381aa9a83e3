using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// ℓ = Σ ½r² where |r| ≤ δ, δ(|r| − ½δ) beyond, with r = p − t
/// ∂ℓ/∂p = r held inside [−δ, δ]
/// Huber, "Robust Estimation of a Location Parameter", 1964.
/// </summary>
/// <param name="Delta">δ, positive: from where on an error counts as an outlier.</param>
public sealed record Huber(double Delta = 1) : Loss
{
    /// <summary>δ: from where on an error counts as an outlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Delta
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Delta);

    /// <inheritdoc/>
    public override string Name => "huber";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [-Delta, Delta];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    /// <inheritdoc/>
    public override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    ) => ElementwiseLoss.Evaluate(new Formula(Delta), prediction, target, weights, dPrediction);

    private readonly struct Formula(double delta) : ILossFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V r = V.Abs(p - t);
            V d = V.Constant(delta);
            V half = V.Constant(0.5);
            return V.IfLess(d, r, d * (r - half * d), half * r * r);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V r = p - t;
            V d = V.Constant(delta);
            return V.IfLess(r, -d, -d, V.IfLess(d, r, d, r));
        }
    }
}
