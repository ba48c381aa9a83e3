using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>One number per feature, written down often enough that a run of whole samples meets its own constants side by side.</summary>
/// <remarks>So a sample of four features fills wide vectors as well as one of a thousand.</remarks>
internal sealed class ColumnTile
{
    /// <summary>A tile is at least so long where features are few: long enough to keep a loop busy, short enough to stay in the nearest cache.</summary>
    private const int Length = 1024;

    /// <summary>No vector has more doubles: a multiple of it leaves no rest.</summary>
    private const int WidestVector = 8;

    private readonly double[] values;

    internal ColumnTile(IReadOnlyList<double> column)
    {
        int copies = (Length / Math.Max(column.Count, 1) + WidestVector - 1) / WidestVector * WidestVector;
        Samples = Math.Max(copies, 1);
        values = new double[Samples * column.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = column[i % column.Count];
        }
    }

    /// <summary>For how many samples the constants are there.</summary>
    internal int Samples { get; }

    internal ReadOnlySpan<double> Values => values;
}

/// <summary>A function of a cell and of two constants of its feature, in double, whatever the cells are.</summary>
internal static class ColumnMap
{
    /// <summary>rᵢⱼ = f(xᵢⱼ, aᵢ, bᵢ).</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">features × samples.</param>
    /// <param name="a">A number for each feature.</param>
    /// <param name="b">Another one.</param>
    /// <param name="result">features × samples; it may be <paramref name="x"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Apply<TFunction, T>(TFunction f, Matrix<T> x, ColumnTile a, ColumnTile b, Matrix<T> result)
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> work = typeof(T) == typeof(double) ? [] : Scratch<double>.Take(a.Values.Length);
        for (int first = 0; first < x.Columns; first += a.Samples)
        {
            int samples = Math.Min(a.Samples, x.Columns - first);
            int count = samples * x.Rows;
            Matrix<T> from = x.Slice(first, samples);
            Matrix<T> to = result.Slice(first, samples);
            if (from is Matrix<double> fromDouble && to is Matrix<double> toDouble)
            {
                Elementwise.Map(f, fromDouble.Values, a.Values[..count], b.Values[..count], toDouble.Values);
                continue;
            }
            Precision.Widen<T>(from.Values, work);
            Elementwise.Map(f, work[..count], a.Values[..count], b.Values[..count], work[..count]);
            Precision.Narrow(work[..count], to.Values);
        }
    }
}
