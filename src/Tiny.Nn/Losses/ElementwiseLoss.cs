using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>Drives a <see cref="ILossFormula"/> over a batch: the sum of its values, and its slopes times each sample's share.</summary>
internal static class ElementwiseLoss
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Evaluate<TFormula, T>(
        TFormula formula,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where TFormula : struct, ILossFormula
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SampleShares.Check(prediction, target, weights, dPrediction);
        return weights.IsEmpty
            ? Run(
                formula,
                prediction,
                target,
                SampleShares.Of(weights, 0, Math.Max(prediction.Columns, 1)),
                dPrediction
            )
            : RunWeighted(formula, prediction, target, weights, dPrediction);
    }

    /// <summary>Where all samples weigh the same, the batch is one long vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Run<TFormula, T>(
        TFormula formula,
        Matrix<T> prediction,
        Matrix<T> target,
        T share,
        Matrix<T> dPrediction
    )
        where TFormula : struct, ILossFormula
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> values = Scratch<T>.Take(prediction.Values.Length)[..prediction.Values.Length];
        Elementwise.Map<Value<TFormula>, T>(new(formula), prediction.Values, target.Values, values);
        T loss = share * Sums.Sum<T>(values);
        if (!dPrediction.IsEmpty)
        {
            Derivative<TFormula, T> slope = new(formula, share);
            Elementwise.Map(slope, prediction.Values, target.Values, dPrediction.Values);
        }
        return loss;
    }

    private static T RunWeighted<TFormula, T>(
        TFormula formula,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where TFormula : struct, ILossFormula
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T loss = T.Zero;
        for (int sample = 0; sample < weights.Length; sample++)
        {
            Matrix<T> wanted = dPrediction.IsEmpty ? default : dPrediction.Slice(sample, 1);
            if (T.IsZero(weights[sample]))
            {
                // Not even an infinite loss counts: 0·∞ would be NaN.
                wanted.Values.Clear();
                continue;
            }
            T share = SampleShares.Of(weights, sample, weights.Length);
            loss += Run(formula, prediction.Slice(sample, 1), target.Slice(sample, 1), share, wanted);
        }
        return loss;
    }

    private readonly struct Value<TFormula>(TFormula formula) : IBinary
        where TFormula : struct, ILossFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V p, V t)
            where V : struct, ILanes<V> => formula.Value(p, t);
    }

    private readonly struct Derivative<TFormula, T>(TFormula formula, T share) : IBinary
        where TFormula : struct, ILossFormula
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly double share = double.CreateTruncating(share);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V p, V t)
            where V : struct, ILanes<V> => V.Constant(share) * formula.Derivative(p, t);
    }
}

/// <summary>The loss of a formula that somebody else wrote, who gives it its name.</summary>
internal sealed record ElementwiseLoss<TFormula>(TFormula Formula) : Loss
    where TFormula : struct, ILossFormula, IEquatable<TFormula>
{
    public override string Name => RegisteredName(this) ?? typeof(TFormula).Name;

    public override IReadOnlyList<double> Kinks => Formula.Kinks;

    public override Loss? FusedWith(Activation output) => null;

    public override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    ) => ElementwiseLoss.Evaluate(Formula, prediction, target, weights, dPrediction);

    internal override bool Takes(string name) => true;
}
