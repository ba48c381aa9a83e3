using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// ℓ = −Σ(t ln p + (1 − t) ln(1 − p))
/// ∂ℓ/∂p = (p − t) / (p(1 − p))
/// From probabilities: infinite where a certain prediction is wrong, and its slope undefined where one is right. Training fuses it
/// with sigmoid (<see cref="FusedWith"/>); this is the twin to read and to check the fused one by.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become (1 − ε)t + ½ε.</param>
public sealed record BinaryCrossEntropy(double LabelSmoothing = 0) : SmoothedLoss(LabelSmoothing)
{
    /// <inheritdoc/>
    public override string Name => "binary-cross-entropy";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) =>
        output is ElementwiseActivation<Sigmoid>
            ? new SigmoidBinaryCrossEntropy(LabelSmoothing) { SmoothingSchedule = SmoothingSchedule }
            : null;

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
        public V Value<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V one = V.Constant(1);
            V y = smoothing.Apply(t);
            return -(Weighted(y, Elementary.Log(p)) + Weighted(one - y, Elementary.Log(one - p)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V y = smoothing.Apply(t);
            return (p - y) / (p * (V.Constant(1) - p));
        }

        /// <summary>y·ln p, where 0·ln 0 is 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static V Weighted<V>(V y, V log)
            where V : struct, ILanes<V> => V.IfLess(V.Constant(0), V.Abs(y), y * log, V.Constant(0));
    }
}
