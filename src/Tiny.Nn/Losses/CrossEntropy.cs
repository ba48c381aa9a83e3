using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// ℓ = −Σₖ yₖ ln pₖ
/// ∂ℓ/∂pₖ = −yₖ/pₖ
/// From probabilities: infinite where a certain prediction is wrong. Training fuses it with softmax
/// (<see cref="FusedWith"/>); this is the twin to read and to check the fused one by.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become y = (1 − ε)t + ε/K.</param>
public sealed record CrossEntropy(double LabelSmoothing = 0) : SmoothedLoss(LabelSmoothing)
{
    /// <inheritdoc/>
    public override string Name => "cross-entropy";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) =>
        output is Softmax ? new SoftmaxCrossEntropy(LabelSmoothing) { SmoothingSchedule = SmoothingSchedule } : null;

    internal override T Evaluate<T>(
        double epsilon,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
    {
        Formula formula = new(epsilon, prediction.Rows);
        return ElementwiseLoss.Evaluate(formula, prediction, target, weights, dPrediction);
    }

    private readonly struct Formula(double epsilon, int classes) : ILossFormula
    {
        private readonly Smoothing smoothing = new(epsilon, classes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            // 0·ln 0 is 0: a class that is not the target's costs nothing.
            V y = smoothing.Apply(t);
            V zero = V.Constant(0);
            return V.IfLess(zero, V.Abs(y), -y * Elementary.Log(p), zero);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V y = smoothing.Apply(t);
            V zero = V.Constant(0);
            return V.IfLess(zero, V.Abs(y), -y / p, zero);
        }
    }
}
