using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Selects samples, the columns of a matrix.</summary>
internal static class Samples
{
    /// <summary>Copies some columns, in the order given; a column may be taken more than once.</summary>
    /// <param name="matrix">features × samples.</param>
    /// <param name="samples">The columns to copy.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public static Matrix<T> Select<T>(Matrix<T> matrix, ReadOnlySpan<int> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> selected = new(matrix.Rows, samples.Length);
        for (int i = 0; i < samples.Length; i++)
        {
            matrix.Column(samples[i]).CopyTo(selected.Column(i));
        }
        return selected;
    }
}
