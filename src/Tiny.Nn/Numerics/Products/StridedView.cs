using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics.Products;

/// <summary>Numbers with a step from row to row and one from column to column: a matrix, transposed or not, or one column for all.</summary>
internal readonly ref struct StridedView<T>(ref T first, nint rowStep, nint columnStep)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal readonly ref T First = ref first;
    internal readonly nint RowStep = rowStep;
    internal readonly nint ColumnStep = columnStep;

    /// <summary>A matrix as it lies.</summary>
    internal StridedView(Matrix<T> matrix)
        : this(ref MemoryMarshal.GetReference(matrix.Values), 1, matrix.Rows) { }

    /// <summary>A matrix with rows and columns exchanged.</summary>
    internal StridedView(Transposed<T> matrix)
        : this(ref MemoryMarshal.GetReference(matrix.Original.Values), matrix.Original.Rows, 1) { }

    /// <summary>The number in a row and a column, without a check.</summary>
    internal ref T this[nint row, nint column] => ref Unsafe.Add(ref First, row * RowStep + column * ColumnStep);

    /// <summary>The rest, from a row and a column on.</summary>
    internal StridedView<T> From(nint row, nint column) => new(ref this[row, column], RowStep, ColumnStep);
}
