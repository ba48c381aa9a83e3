using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// The derivative by one input; the lanes are samples. With φ = 2πw₁x + b₁, and dy = (du, dv) of the mixtures u and of x itself:
/// dx = dv − 2πw₁ᵀ·(sin φ ∘ W₂ᵀ·du)
/// </summary>
/// <param name="numbers">Of this input.</param>
/// <param name="x">The input of the first sample, and what follows in memory.</param>
/// <param name="inputs">How far the next sample's lies behind it.</param>
/// <param name="dy">The derivative by the outputs of the first sample, and what follows in memory.</param>
/// <param name="outputs">How far the next sample's lie behind them.</param>
/// <param name="samples">How many samples there are.</param>
/// <param name="dx">Receives the derivative by the input of the first sample here, and those of the others behind it.</param>
/// <param name="slopes">Room for (outputs of the input) · 16 numbers.</param>
internal readonly ref struct PeriodicInputGradient<T>(
    PeriodicNumbers<T> numbers,
    ReadOnlySpan<T> x,
    int inputs,
    ReadOnlySpan<T> dy,
    int outputs,
    int samples,
    Span<T> dx,
    Span<T> slopes
) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> x = x;
    private readonly ReadOnlySpan<T> dy = dy;
    private readonly Span<T> dx = dx;
    private readonly Span<T> slopes = slopes;

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
        int mixed = numbers.Offset.Rows;
        ref T mixture = ref MemoryMarshal.GetReference(numbers.Mixture.Values);
        ref T slope = ref MemoryMarshal.GetReference(slopes);
        V overPi = V.Constant(1 / Math.PI);
        for (; sample <= samples - V.Count; sample += V.Count)
        {
            V xs = V.LoadApart(in x[sample * inputs], inputs);
            V twice = xs + xs;
            ref readonly T row = ref dy[sample * outputs];
            for (int k = 0; k < mixed; k++)
            {
                V du = V.LoadApart(in Unsafe.Add(ref Unsafe.AsRef(in row), k), outputs);
                V.Store(du, ref Unsafe.Add(ref slope, k * V.Count));
            }
            V sum = default;
            for (int f = 0; f < w.Length; f++)
            {
                V back = default;
                for (int k = 0; k < mixed; k++)
                {
                    V weight = V.Constant(Unsafe.Add(ref mixture, k * w.Length + f));
                    back = V.MultiplyAdd(weight, V.Load(in Unsafe.Add(ref slope, k * V.Count)), back);
                }
                V frequency = V.Constant(w[f]);
                V halfTurns = V.MultiplyAdd(frequency, twice, V.Constant(b[f]) * overPi);
                sum = V.MultiplyAdd(frequency * Elementary.SinPi(halfTurns), back, sum);
            }
            V dv = V.LoadApart(in Unsafe.Add(ref Unsafe.AsRef(in row), mixed), outputs);
            V.StoreApart(V.MultiplyAdd(V.Constant(-2 * Math.PI), sum, dv), ref dx[sample * inputs], inputs);
        }
        return sample;
    }
}
