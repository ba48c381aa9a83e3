using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>The same matrix in Math.NET, whose products are the oracle of ours.</summary>
internal static class MathNetTwin
{
    internal static MathNet.Numerics.LinearAlgebra.Matrix<T> ToMathNet<T>(this Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        MathNet.Numerics.LinearAlgebra.Matrix<T>.Build.Dense(matrix.Rows, matrix.Columns, matrix.Values.ToArray());

    internal static Matrix<T> FromMathNet<T>(this MathNet.Numerics.LinearAlgebra.Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(matrix.RowCount, matrix.ColumnCount, matrix.ToColumnMajorArray());
}
