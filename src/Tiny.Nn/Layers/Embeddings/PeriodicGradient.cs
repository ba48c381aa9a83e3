using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>
/// The derivatives by w₁, b₁ and W₂ of one input; the lanes are frequencies, so that each sum over the samples goes from the first to the last.
/// With φ = 2πw₁x + b₁ and t = −sin φ ∘ W₂ᵀ·dy: dW₂ = Σ dy·cos φᵀ, db₁ = Σ t, dw₁ = 2π·Σ x·t
/// </summary>
/// <param name="numbers">Of this input.</param>
/// <param name="derivatives">Receives the derivatives, all but that by b₂.</param>
/// <param name="x">The input of the first sample, and what follows in memory.</param>
/// <param name="inputs">How far the next sample's lies behind it.</param>
/// <param name="dy">The derivative by the outputs of the first sample, and what follows in memory.</param>
/// <param name="outputs">How far the next sample's lie behind them.</param>
/// <param name="samples">How many samples there are.</param>
internal readonly ref struct PeriodicGradient<T>(
    PeriodicNumbers<T> numbers,
    PeriodicNumbers<T> derivatives,
    ReadOnlySpan<T> x,
    int inputs,
    ReadOnlySpan<T> dy,
    int outputs,
    int samples
) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> x = x;
    private readonly ReadOnlySpan<T> dy = dy;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        derivatives.Mixture.Values.Clear();
        int frequency = Frequencies<V>(0);
        frequency = Frequencies<Lanes128<T>>(frequency);
        Frequencies<Lane<T>>(frequency);
    }

    /// <summary>As many frequencies as fill whole vectors, from one on.</summary>
    /// <returns>The first frequency that is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Frequencies<V>(int f)
        where V : struct, ILanes<V, T>
    {
        int frequencies = numbers.Frequency.Rows;
        int mixed = numbers.Offset.Rows;
        ref T mixture = ref MemoryMarshal.GetReference(numbers.Mixture.Values);
        ref T dMixture = ref MemoryMarshal.GetReference(derivatives.Mixture.Values);
        for (; f <= frequencies - V.Count; f += V.Count)
        {
            V w = V.Load(in numbers.Frequency.Values[f]);
            V phase = V.Load(in numbers.Phase.Values[f]) * V.Constant(1 / Math.PI);
            V dw = default;
            V db = default;
            for (int sample = 0; sample < samples; sample++)
            {
                T xs = x[sample * inputs];
                V halfTurns = V.MultiplyAdd(w, V.Constant(xs + xs), phase);
                V cos = Elementary.CosPi(halfTurns);
                V back = default;
                ref readonly T slopes = ref dy[sample * outputs];
                for (int k = 0; k < mixed; k++)
                {
                    V slope = V.Constant(Unsafe.Add(ref Unsafe.AsRef(in slopes), k));
                    ref T dWeights = ref Unsafe.Add(ref dMixture, k * frequencies + f);
                    V.Store(V.MultiplyAdd(slope, cos, V.Load(in dWeights)), ref dWeights);
                    back = V.MultiplyAdd(V.Load(in Unsafe.Add(ref mixture, k * frequencies + f)), slope, back);
                }
                V t = Elementary.SinPi(halfTurns) * back;
                db -= t;
                dw = V.MultiplyAdd(V.Constant(-xs), t, dw);
            }
            V.Store(db, ref derivatives.Phase.Values[f]);
            V.Store(dw * V.Constant(2 * Math.PI), ref derivatives.Frequency.Values[f]);
        }
        return f;
    }
}
