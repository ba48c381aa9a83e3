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
        int padded = samples + Lanes512<T>.Count;
        int block = prediction.Rows * Lanes512<T>.Count;
        Span<T> scratch = Scratch<T>.Take(padded + 3 * block);
        Span<T> losses = scratch[..padded];
        Batch.Shares(weights, losses[..samples]);
        WidestLanes<T>.Run(new Kernel<T>(LabelSmoothing, prediction, target, losses, scratch[padded..], dPrediction));
        return Sums.Sum<T>(losses[..samples]);
    }

    /// <summary>As many samples at a time as there are lanes, one in each.</summary>
    /// <param name="epsilon">ε.</param>
    /// <param name="z">Logits, classes × samples.</param>
    /// <param name="t">Targets, classes × samples.</param>
    /// <param name="losses">Holds each sample's share, and receives its part of the loss; room for a vector more.</param>
    /// <param name="scratch">Room for three numbers per class and lane.</param>
    /// <param name="dz">Receives the derivative, classes × samples, or is empty.</param>
    private readonly ref struct Kernel<T>(
        double epsilon,
        Matrix<T> z,
        Matrix<T> t,
        Span<T> losses,
        Span<T> scratch,
        Matrix<T> dz
    ) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Span<T> losses = losses;
        private readonly Span<T> scratch = scratch;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int classes = z.Rows;
            Span<T> logits = scratch[..(classes * V.Count)];
            Span<T> targets = scratch.Slice(classes * V.Count, classes * V.Count);
            Span<T> exponentials = scratch.Slice(2 * classes * V.Count, classes * V.Count);
            for (int sample = 0; sample < z.Columns; sample += V.Count)
            {
                int count = Math.Min(V.Count, z.Columns - sample);
                SideBySide.Read(z.Slice(sample, count), V.Count, logits);
                SideBySide.Read(t.Slice(sample, count), V.Count, targets);
                int end = logits.Length;
                V sum = Exponentials<V>(ref logits[0], ref exponentials[0], end, out V max);
                V mass = Value(ref logits[0], ref targets[0], end, max, Elementary.Log(sum), out V value);
                V share = V.Load(in losses[sample]);
                V.Store(share * value, ref losses[sample]);
                if (!dz.IsEmpty)
                {
                    Slope(ref exponentials[0], ref targets[0], end, mass / sum, share);
                    SideBySide.Write(exponentials, V.Count, dz.Slice(sample, count));
                }
            }
        }

        /// <summary>e^(zₖ − max) for every class, max being taken off so that none overflows.</summary>
        /// <returns>Σₖ e^(zₖ − max).</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static V Exponentials<V>(ref T z, ref T e, int end, out V max)
            where V : struct, ILanes<V, T>
        {
            max = V.Load(in z);
            for (int k = V.Count; k < end; k += V.Count)
            {
                max = Elementary.Max(max, V.Load(in Unsafe.Add(ref z, k)));
            }
            V sum = default;
            for (int k = 0; k < end; k += V.Count)
            {
                V ek = Elementary.Exp(V.Load(in Unsafe.Add(ref z, k)) - max);
                V.Store(ek, ref Unsafe.Add(ref e, k));
                sum += ek;
            }
            return sum;
        }

        /// <summary>ℓ = Σ yₖ(lse − zₖ) with lse = max + log, its terms drawn together: none is negative, so nothing cancels.</summary>
        /// <returns>Σₖ yₖ.</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private V Value<V>(ref T z, ref T t, int end, V max, V log, out V value)
            where V : struct, ILanes<V, T>
        {
            V mass = default;
            value = default;
            for (int k = 0; k < end; k += V.Count)
            {
                V y = Smoothing.Apply(V.Load(in Unsafe.Add(ref t, k)), epsilon, end / V.Count);
                V.Store(y, ref Unsafe.Add(ref t, k));
                mass += y;
                value = V.MultiplyAdd(y, log - (V.Load(in Unsafe.Add(ref z, k)) - max), value);
            }
            return mass;
        }

        /// <summary>∂ℓ/∂zₖ = pₖ·Σy − yₖ, times the sample's share, in the place of e^(zₖ − max).</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Slope<V>(ref T e, ref T y, int end, V factor, V share)
            where V : struct, ILanes<V, T>
        {
            for (int k = 0; k < end; k += V.Count)
            {
                V slope = V.Load(in Unsafe.Add(ref e, k)) * factor - V.Load(in Unsafe.Add(ref y, k));
                V.Store(share * slope, ref Unsafe.Add(ref e, k));
            }
        }
    }
}
