using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// ℓ = ½Σ(p − t)²
/// ∂ℓ/∂p = p − t
/// </summary>
internal sealed record SquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "squared-error";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

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
            where V : struct, ILanes<V> => V.Constant(0.5) * (p - t) * (p - t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V> => p - t;
    }
}
