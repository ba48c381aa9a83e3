using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// To double and back, many numbers at once: what is fitted in double is applied in double, and rounded to the element type once, at the end.
/// Both ways give the bits of a plain conversion, number by number.
/// </summary>
internal static class Precision
{
    /// <summary>The same numbers as doubles; this is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Widen<T>(ReadOnlySpan<T> from, Span<double> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            MemoryMarshal.Cast<T, double>(from).CopyTo(to);
            return;
        }
        ReadOnlySpan<float> singles = MemoryMarshal.Cast<T, float>(from);
        int i = 0;
        for (; i <= singles.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(singles[i..]), out Vector<double> low, out Vector<double> high);
            low.CopyTo(to[i..]);
            high.CopyTo(to[(i + Vector<double>.Count)..]);
        }
        for (; i < singles.Length; i++)
        {
            to[i] = singles[i];
        }
    }

    /// <summary>Each number rounded to the nearest of the element type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Narrow<T>(ReadOnlySpan<double> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            from.CopyTo(MemoryMarshal.Cast<T, double>(to));
            return;
        }
        Span<float> singles = MemoryMarshal.Cast<T, float>(to);
        int i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<double> low = new(from[i..]);
            Vector<double> high = new(from[(i + Vector<double>.Count)..]);
            Vector.Narrow(low, high).CopyTo(singles[i..]);
        }
        for (; i < from.Length; i++)
        {
            singles[i] = (float)from[i];
        }
    }
}
