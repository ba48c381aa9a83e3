using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>The way to and from Math.NET, for people who live there. Both copy: afterwards neither side sees the other's changes.</summary>
public static class MathNetEdge
{
    /// <summary>The same numbers as a Math.NET matrix.</summary>
    public static MathNet.Numerics.LinearAlgebra.Matrix<T> ToMathNet<T>(this Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        MathNet.Numerics.LinearAlgebra.Matrix<T>.Build.Dense(matrix.Rows, matrix.Columns, matrix.Values.ToArray());

    /// <summary>The same numbers as a matrix of ours.</summary>
    public static Matrix<T> FromMathNet<T>(this MathNet.Numerics.LinearAlgebra.Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new Matrix<T>(matrix.RowCount, matrix.ColumnCount, matrix.ToColumnMajorArray());
    }
}
