using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Samples that arrive one after the other, side by side in memory: the columns of a matrix to be.</summary>
/// <param name="features">The numbers of one sample.</param>
/// <param name="limit">The most numbers that one array can hold.</param>
internal sealed class SampleBuffer(int features, int limit)
{
    private const int FirstNumbers = 1 << 14;

    private double[] numbers = [];

    /// <summary>How many samples have been added.</summary>
    internal int Count { get; private set; }

    /// <summary>Room for one more sample, to be filled by the caller.</summary>
    /// <exception cref="DataException">One array, or the memory, cannot hold as many numbers.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> Add()
    {
        int start = Count * features;
        if (numbers.Length - start < features)
        {
            Reserve(Math.Max(Math.Max(1, FirstNumbers / features), Count * 2L));
        }
        Count++;
        return numbers.AsSpan(start, features);
    }

    /// <summary>Makes room for this many samples in all, or for as many as possible, but at least for one more.</summary>
    /// <exception cref="DataException">Not even one more is possible, or the memory does not suffice.</exception>
    internal void Reserve(long samples)
    {
        long capacity = Math.Min(samples, limit / features);
        if (capacity <= Count)
        {
            throw new DataException(
                "There are too many numbers for one table.",
                null,
                $"A table holds {limit} numbers at most: leave out columns, or use fewer rows."
            );
        }
        double[] larger = Allocate((int)capacity * features);
        numbers.AsSpan(0, Count * features).CopyTo(larger);
        numbers = larger;
    }

    /// <summary>The samples as a matrix, features × samples. No more than an eighth of its memory is spare.</summary>
    internal Matrix<double> ToMatrix()
    {
        int used = Count * features;
        if (numbers.Length - used > used / 8)
        {
            Array.Resize(ref numbers, used);
        }
        return new Matrix<double>(features, Count, numbers);
    }

    private static double[] Allocate(int length)
    {
        try
        {
            return GC.AllocateUninitializedArray<double>(length);
        }
        catch (OutOfMemoryException fault)
        {
            throw new DataException(
                "There is not enough memory for the table.",
                null,
                "Leave out columns, or use fewer rows.",
                fault
            );
        }
    }
}
