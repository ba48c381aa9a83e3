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
    /// <summary>ε: the share of a target that is spread over the classes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double LabelSmoothing
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(LabelSmoothing);

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
        int samples = prediction.Columns;
        Matrix<T> statistics = Scratch<T>.Take(samples, dPrediction.IsEmpty ? 3 + prediction.Rows : 3);
        Span<T> maxima = statistics.Column(0);
        Span<T> sums = statistics.Column(1);
        Span<T> logs = statistics.Column(2);

        // The exponentials grow into the derivative; where nobody wants that they are needed all the same.
        Matrix<T> e = dPrediction.IsEmpty ? statistics.Part(3 * samples, prediction.Rows, samples) : dPrediction;
        ColumnExponentials.Compute(prediction, e, maxima, sums);
        Elementwise.Map<Logarithm, T>(default, sums, logs);
        int classes = prediction.Rows;
        ReadOnlySpan<T> z = prediction.Values;
        ReadOnlySpan<T> t = target.Values;
        Smoothed<T> smoothed = new(LabelSmoothing, classes);
        T loss = T.Zero;
        for (int sample = 0; sample < samples; sample++)
        {
            int first = sample * classes;
            T share = Batch.Share(weights, sample, samples);
            ReadOnlySpan<T> targets = t.Slice(first, classes);
            T value = Value(z.Slice(first, classes), targets, smoothed, maxima[sample], logs[sample], out T mass);
            loss += share * value;
            if (!dPrediction.IsEmpty)
            {
                Differentiate(e.Values.Slice(first, classes), targets, smoothed, mass / sums[sample], share);
            }
        }
        return loss;
    }

    /// <summary>Σ yₖ(lse − zₖ), the loss with its terms drawn together: none is negative, so nothing cancels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> t, Smoothed<T> smoothed, T max, T log, out T mass)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T value = T.Zero;
        T sum = T.Zero;
        for (int k = 0; k < z.Length; k++)
        {
            T y = smoothed.Target(t[k]);
            sum += y;
            value = T.FusedMultiplyAdd(y, log - (z[k] - max), value);
        }
        mass = sum;
        return value;
    }

    /// <summary>∂ℓ/∂zₖ times the sample's share, in the place of e^(zₖ − max).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Differentiate<T>(Span<T> e, ReadOnlySpan<T> t, Smoothed<T> smoothed, T factor, T share)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int k = 0; k < e.Length; k++)
        {
            e[k] = share * (e[k] * factor - smoothed.Target(t[k]));
        }
    }

    /// <summary>y = (1 − ε)t + ε/K, see <see cref="Smoothing"/>.</summary>
    private readonly struct Smoothed<T>(double epsilon, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly T kept = T.CreateTruncating(1 - epsilon);
        private readonly T spread = T.CreateTruncating(epsilon / classes);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal T Target(T t) => T.FusedMultiplyAdd(kept, t, spread);
    }

    private readonly struct Logarithm : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Log(x);
    }
}
