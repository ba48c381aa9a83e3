using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>
/// Cross-entropy of p = softmax(z), from the logits z:
/// ℓ = lse(z)·Σₖ yₖ − Σₖ yₖzₖ with lse(z) = ln Σₖ e^zₖ
/// ∂ℓ/∂z = p·Σₖ yₖ − y
/// Finite for any logits.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become y = (1 − ε)t + ε/K.</param>
public sealed record SoftmaxCrossEntropy(double LabelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override string Name => "cross-entropy from logits";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
    {
        Batch.Check(prediction, target, weights, dPrediction);
        T total = Batch.TotalWeight(prediction.Columns, weights);
        if (T.IsZero(total))
        {
            dPrediction.Values.Clear();
            return T.Zero;
        }
        int samples = prediction.Columns;
        Matrix<T> statistics = Scratch<T>.Take(samples, dPrediction.IsEmpty ? 3 + prediction.Rows : 3);
        Span<T> maxima = statistics.Column(0);
        Span<T> sums = statistics.Column(1);
        Span<T> logs = statistics.Column(2);

        // The exponentials grow into the derivative; where nobody wants that they are needed all the same.
        Matrix<T> e = dPrediction.IsEmpty ? statistics.Part(3 * samples, prediction.Rows, samples) : dPrediction;
        ColumnExponentials.Compute(prediction, e, maxima, sums);
        Elementwise.Map<Logarithm, T>(default, sums, logs);
        T loss = T.Zero;
        for (int sample = 0; sample < samples; sample++)
        {
            T share = Batch.Weight(weights, sample) / total;
            ReadOnlySpan<T> z = prediction.Column(sample);
            ReadOnlySpan<T> t = target.Column(sample);
            loss += share * Value(z, t, maxima[sample], logs[sample], out T mass);
            if (!dPrediction.IsEmpty)
            {
                Differentiate(e.Column(sample), t, mass / sums[sample], share);
            }
        }
        return loss;
    }

    /// <summary>Σ yₖ(lse − zₖ), the loss with its terms drawn together: none is negative, so nothing cancels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> t, T max, T log, out T mass)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T kept = T.CreateTruncating(1 - LabelSmoothing);
        T spread = T.CreateTruncating(LabelSmoothing / z.Length);
        T value = T.Zero;
        T sum = T.Zero;
        for (int k = 0; k < z.Length; k++)
        {
            T y = T.FusedMultiplyAdd(kept, t[k], spread);
            sum += y;
            value = T.FusedMultiplyAdd(y, log - (z[k] - max), value);
        }
        mass = sum;
        return value;
    }

    /// <summary>∂ℓ/∂zₖ times the sample's share, in the place of e^(zₖ − max).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Differentiate<T>(Span<T> e, ReadOnlySpan<T> t, T factor, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T kept = T.CreateTruncating(1 - LabelSmoothing);
        T spread = T.CreateTruncating(LabelSmoothing / e.Length);
        for (int k = 0; k < e.Length; k++)
        {
            T y = T.FusedMultiplyAdd(kept, t[k], spread);
            e[k] = share * (e[k] * factor - y);
        }
    }

    private readonly struct Logarithm : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Log(x);
    }
}
