using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Shared;

/// <summary>Matrices written down in a test, and read back as doubles.</summary>
internal static class Matrices
{
    internal static Matrix<T> Column<T>(params double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(values.Length, 1, [.. values.Select(T.CreateTruncating)]);

    internal static Matrix<T> Row<T>(params double[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(1, values.Length, [.. values.Select(T.CreateTruncating)]);

    /// <summary>As a matrix stands on paper: row below row.</summary>
    internal static Matrix<T> Rows<T>(params double[][] rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> matrix = new(rows.Length, rows[0].Length);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                matrix[row, column] = T.CreateTruncating(rows[row][column]);
            }
        }
        return matrix;
    }

    /// <summary>Every column with a single 1, in the row given.</summary>
    internal static Matrix<T> OneHot<T>(int classes, params int[] codes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> matrix = new(classes, codes.Length);
        for (int sample = 0; sample < codes.Length; sample++)
        {
            matrix[codes[sample], sample] = T.One;
        }
        return matrix;
    }

    /// <summary>All numbers, column after column.</summary>
    internal static double[] ToDoubles<T>(this Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. matrix.Values.ToArray().Select(double.CreateTruncating)];
}
