using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>ln Σ e^xᵢ: the smooth maximum, and the logarithm of softmax's denominator.</summary>
public static class LogSumExp
{
    /// <summary>So many terms are computed, and then summed, at a time.</summary>
    private const int Chunk = 256;

    /// <summary>ln Σ e^xᵢ = m + ln Σ e^(xᵢ − m) with m = max xᵢ: no term overflows, and the largest is 1.</summary>
    /// <returns>−∞ where there is no number, or none above −∞; ∞ where one is ∞; NaN where one is NaN.</returns>
    /// <remarks>The order of the sum is fixed by the length alone, as in <see cref="Sums"/>.</remarks>
    public static T Evaluate<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T m = T.NegativeInfinity;
        foreach (T value in x)
        {
            m = T.Max(m, value);
        }
        if (!T.IsFinite(m))
        {
            return m;
        }

        T sum = T.Zero;
        Span<T> terms = stackalloc T[Chunk];
        for (int i = 0; i < x.Length; i += Chunk)
        {
            ReadOnlySpan<T> some = x[i..Math.Min(i + Chunk, x.Length)];
            Span<T> e = terms[..some.Length];
            Elementwise.Map(new ExpOfDifference(double.CreateTruncating(m)), some, e);
            sum += Sums.Sum<T>(e);
        }
        return m + Elementary.Scalar(sum, Elementary.Log);
    }

    /// <summary>e^(x − m); m is a number of the element type, so the double holds it exactly.</summary>
    private readonly struct ExpOfDifference(double m) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Exp(x - V.Constant(m));
    }
}
