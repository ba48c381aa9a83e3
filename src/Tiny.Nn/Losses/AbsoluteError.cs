using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// ℓ = Σ|p − t|
/// ∂ℓ/∂p = sign(p − t), 0 where they are equal
/// </summary>
internal sealed record AbsoluteError : Loss
{
    /// <inheritdoc/>
    public override string Name => "absolute-error";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    /// <inheritdoc/>
    public override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    ) => ElementwiseLoss.Evaluate(default(Formula), prediction, target, weights, dPrediction);

    private readonly struct Formula : ILossFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V p, V t)
            where V : struct, ILanes<V> => V.Abs(p - t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V> => V.IfLess(t, p, V.Constant(1), V.IfLess(p, t, V.Constant(-1), p - t));
    }
}
