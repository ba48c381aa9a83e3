using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// Binary cross-entropy of p = σ(z), from the logits z:
/// ℓ = Σ max(z, 0) − tz + ln(1 + e^−|z|)
/// ∂ℓ/∂z = σ(z) − t
/// Finite for any logits.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become (1 − ε)t + ½ε.</param>
internal sealed record SigmoidBinaryCrossEntropy(double LabelSmoothing = 0) : SmoothedLoss(LabelSmoothing)
{
    /// <inheritdoc/>
    public override string Name => "binary-cross-entropy from logits";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    internal override T Evaluate<T>(
        double epsilon,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    ) => ElementwiseLoss.Evaluate(new Formula(epsilon), prediction, target, weights, dPrediction);

    private readonly struct Formula(double epsilon) : ILossFormula
    {
        private readonly Smoothing smoothing = new(epsilon, classes: 2);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V z, V t)
            where V : struct, ILanes<V>
        {
            V y = smoothing.Apply(t);
            V zero = V.Constant(0);
            return Elementary.Max(z, zero) - y * z + Elementary.Log1P(Elementary.Exp(-V.Abs(z)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V z, V t)
            where V : struct, ILanes<V> => Elementary.Sigmoid(z) - smoothing.Apply(t);
    }
}
