using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tables.Packed;

/// <summary>The cells of a table as numbers, features × samples; NaN where one is missing.</summary>
internal abstract class TableCells
{
    private const int Portion = 1024;

    /// <summary>How many features there are.</summary>
    internal abstract int Rows { get; }

    /// <summary>How many samples there are.</summary>
    internal abstract int Columns { get; }

    /// <summary>A cell.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such feature.</exception>
    internal abstract double this[int feature, int sample] { get; }

    /// <summary>Copies some samples.</summary>
    /// <param name="samples">Which ones, in any order.</param>
    /// <param name="result">Features × chosen samples; overwritten.</param>
    internal abstract void CopyTo(ReadOnlySpan<int> samples, Matrix<double> result);

    /// <summary>Copies one feature's cells in some samples.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="samples">Which samples, in any order.</param>
    /// <param name="result">One number per chosen sample; overwritten.</param>
    internal abstract void CopyFeature(int feature, ReadOnlySpan<int> samples, Span<double> result);

    /// <summary>All samples in their order, some at a time: features × samples, each time in the same memory.</summary>
    internal IEnumerable<Matrix<double>> Portions()
    {
        Matrix<double> room = new(Rows, Math.Min(Portion, Columns));
        for (int first = 0; first < Columns; first += Portion)
        {
            Matrix<double> portion = room.Slice(0, Math.Min(Portion, Columns - first));
            CopyTo([.. Enumerable.Range(first, portion.Columns)], portion);
            yield return portion;
        }
    }

    /// <summary>All cells as a matrix, features × samples.</summary>
    /// <exception cref="DataException">No array holds as many numbers.</exception>
    internal abstract Matrix<double> ToMatrix();
}
