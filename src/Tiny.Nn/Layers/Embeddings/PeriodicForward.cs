using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// y = (W₂·cos(2πw₁x + b₁) + b₂, x) of one input; the lanes are samples
/// cos(2πw₁x + b₁) = cos(π·(w₁·2x + b₁/π))
/// </summary>
/// <param name="numbers">Of this input.</param>
/// <param name="x">The input of the first sample, and what follows in memory.</param>
/// <param name="inputs">How far the next sample's lies behind it.</param>
/// <param name="y">Receives the outputs of the first sample here, and those of the others behind it.</param>
/// <param name="outputs">How far the next sample's lie behind them.</param>
/// <param name="samples">How many samples there are.</param>
/// <param name="cosines">Room for frequencies · 16 numbers.</param>
internal readonly ref struct PeriodicForward<T>(
    PeriodicNumbers<T> numbers,
    ReadOnlySpan<T> x,
    int inputs,
    Span<T> y,
    int outputs,
    int samples,
    Span<T> cosines
) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> x = x;
    private readonly Span<T> y = y;
    private readonly Span<T> cosines = cosines;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        int sample = Samples<V>(0);
        sample = Samples<Lanes128<T>>(sample);
        Samples<Lane<T>>(sample);
    }

    /// <summary>As many samples as fill whole vectors, from one on.</summary>
    /// <returns>The first sample that is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Samples<V>(int sample)
        where V : struct, ILanes<V, T>
    {
        ReadOnlySpan<T> w = numbers.Frequency.Values;
        ReadOnlySpan<T> b = numbers.Phase.Values;
        ReadOnlySpan<T> offsets = numbers.Offset.Values;
        ref T mixture = ref MemoryMarshal.GetReference(numbers.Mixture.Values);
        ref T cosine = ref MemoryMarshal.GetReference(cosines);
        V overPi = V.Constant(1 / Math.PI);
        for (; sample <= samples - V.Count; sample += V.Count)
        {
            V xs = V.LoadApart(in x[sample * inputs], inputs);
            V twice = xs + xs;
            for (int f = 0; f < w.Length; f++)
            {
                V halfTurns = V.MultiplyAdd(V.Constant(w[f]), twice, V.Constant(b[f]) * overPi);
                V.Store(Elementary.CosPi(halfTurns), ref Unsafe.Add(ref cosine, f * V.Count));
            }
            ref T row = ref y[sample * outputs];
            for (int k = 0; k < offsets.Length; k++)
            {
                ref T weights = ref Unsafe.Add(ref mixture, k * w.Length);
                V mixed = V.Constant(offsets[k]);
                for (int f = 0; f < w.Length; f++)
                {
                    V c = V.Load(in Unsafe.Add(ref cosine, f * V.Count));
                    mixed = V.MultiplyAdd(V.Constant(Unsafe.Add(ref weights, f)), c, mixed);
                }
                V.StoreApart(mixed, ref Unsafe.Add(ref row, k), outputs);
            }
            V.StoreApart(xs, ref Unsafe.Add(ref row, offsets.Length), outputs);
        }
        return sample;
    }
}
