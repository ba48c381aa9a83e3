using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// Cross-entropy of p = softmax(z), from the logits z:
/// ℓ = lse(z)·Σₖ yₖ − Σₖ yₖzₖ with lse(z) = ln Σₖ e^zₖ
/// ∂ℓ/∂z = p·Σₖ yₖ − y
/// Finite for any logits.
/// </summary>
/// <param name="LabelSmoothing">ε in [0, 1): targets become y = (1 − ε)t + ε/K.</param>
internal sealed record SoftmaxCrossEntropy(double LabelSmoothing = 0) : SmoothedLoss(LabelSmoothing)
{
    /// <inheritdoc/>
    public override string Name => "cross-entropy from logits";

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    public override Loss? FusedWith(Activation output) => null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override T Evaluate<T>(
        double epsilon,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
    {
        SampleShares.Check(prediction, target, weights, dPrediction);
        int samples = prediction.Columns;
        int block = prediction.Rows * Lanes512<T>.Count;
        Span<T> scratch = Scratch<T>.Take(samples + 3 * block);
        Span<T> losses = scratch[..samples];
        SampleShares.Fill(weights, losses);
        WidestLanes<T>.Run(new Kernel<T>(epsilon, prediction, target, losses, scratch[samples..], dPrediction));
        return Sums.Sum<T>(losses);
    }

    /// <summary>As many samples at a time as there are lanes, one in each; then the rest of them one by one.</summary>
    /// <remarks>Its loops stay methods of their own: in one piece they are more than the compiler is willing to inline into.</remarks>
    /// <param name="epsilon">ε.</param>
    /// <param name="z">Logits, classes × samples.</param>
    /// <param name="t">Targets, classes × samples.</param>
    /// <param name="losses">Holds each sample's share, and receives its part of the loss.</param>
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
        private readonly int classes = z.Rows;
        private readonly Smoothing smoothing = new(epsilon, z.Rows);
        private readonly Span<T> z = z.Values;
        private readonly Span<T> t = t.Values;
        private readonly Span<T> losses = losses;
        private readonly Span<T> scratch = scratch;
        private readonly Span<T> dz = dz.Values;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = losses.Length - losses.Length % V.Count;
            RunSamples<V>(0, whole);
            RunSamples<Lane<T>>(whole, losses.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void RunSamples<V>(int sample, int end)
            where V : struct, ILanes<V, T>
        {
            int room = classes * V.Count;
            ref T shifted = ref scratch[0];
            ref T exponentials = ref scratch[room];
            ref T targets = ref scratch[2 * room];
            for (; sample < end; sample += V.Count)
            {
                int first = sample * classes;
                V sum = Exponentials<V>(ref z[first], ref shifted, ref exponentials);
                V mass = Value(ref t[first], ref targets, ref shifted, Elementary.Log(sum), out V value);
                V share = V.Load(in losses[sample]);
                V.Store(share * value, ref losses[sample]);
                if (!dz.IsEmpty)
                {
                    Derivative(ref exponentials, ref targets, mass / sum, share, ref dz[first]);
                }
            }
        }

        /// <summary>e^(zₖ − max) for every class, max being taken off so that none overflows.</summary>
        /// <returns>Σₖ e^(zₖ − max).</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private V Exponentials<V>(ref T z, ref T shifted, ref T e)
            where V : struct, ILanes<V, T>
        {
            V max = V.LoadApart(in z, classes);
            V.Store(max, ref shifted);
            for (int k = 1; k < classes; k++)
            {
                V zk = V.LoadApart(in Unsafe.Add(ref z, k), classes);
                V.Store(zk, ref Unsafe.Add(ref shifted, k * V.Count));
                max = Elementary.Max(max, zk);
            }
            V sum = default;
            for (int k = 0; k < classes; k++)
            {
                V zk = V.Load(in Unsafe.Add(ref shifted, k * V.Count)) - max;
                V ek = Elementary.Exp(zk);
                V.Store(zk, ref Unsafe.Add(ref shifted, k * V.Count));
                V.Store(ek, ref Unsafe.Add(ref e, k * V.Count));
                sum += ek;
            }
            return sum;
        }

        /// <summary>ℓ = Σ yₖ(lse − zₖ) with lse = max + log, its terms drawn together: none is negative, so nothing cancels.</summary>
        /// <returns>Σₖ yₖ.</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private V Value<V>(ref T t, ref T y, ref T shifted, V log, out V value)
            where V : struct, ILanes<V, T>
        {
            V mass = default;
            value = default;
            for (int k = 0; k < classes; k++)
            {
                V yk = smoothing.Apply(V.LoadApart(in Unsafe.Add(ref t, k), classes));
                V.Store(yk, ref Unsafe.Add(ref y, k * V.Count));
                mass += yk;
                value = V.MultiplyAdd(yk, log - V.Load(in Unsafe.Add(ref shifted, k * V.Count)), value);
            }
            return mass;
        }

        /// <summary>∂ℓ/∂zₖ = pₖ·Σy − yₖ, times the sample's share.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Derivative<V>(ref T e, ref T y, V factor, V share, ref T dz)
            where V : struct, ILanes<V, T>
        {
            for (int k = 0; k < classes; k++)
            {
                V slope =
                    V.Load(in Unsafe.Add(ref e, k * V.Count)) * factor - V.Load(in Unsafe.Add(ref y, k * V.Count));
                V.StoreApart(share * slope, ref Unsafe.Add(ref dz, k), classes);
            }
        }
    }
}
