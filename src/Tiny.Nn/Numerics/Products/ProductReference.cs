using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>Products by their definition, cᵢⱼ = Σₖ aᵢₖ·bₖⱼ: the slow twin that <see cref="Product"/> equals to the last bit.</summary>
internal static class ProductReference
{
    /// <summary>C = A·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Sum(a.Columns, i => T.Zero, (i, k) => a[i, k], (k, j) => b[k, j], c);
    }

    /// <summary>C = A·Bᵀ.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Matrix<T> a, Transposed<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Sum(a.Columns, i => T.Zero, (i, k) => a[i, k], (k, j) => b.Original[j, k], c);
    }

    /// <summary>C = Aᵀ·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Transposed<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Sum(a.Columns, i => T.Zero, (i, k) => a.Original[k, i], (k, j) => b[k, j], c);
    }

    /// <summary>C = A·B + s, the column s being added to every column.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void MultiplyAdd<T>(Matrix<T> a, Matrix<T> b, ReadOnlySpan<T> s, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Sizes.Same(c.Rows, "rows of c", s.Length, "numbers in s");
        T[] start = s.ToArray();
        Sum(a.Columns, i => start[i], (i, k) => a[i, k], (k, j) => b[k, j], c);
    }

    private static void Sum<T>(int length, Func<int, T> start, Func<int, int, T> a, Func<int, int, T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < c.Rows; i++)
        {
            for (int j = 0; j < c.Columns; j++)
            {
                T sum = start(i);
                for (int k = 0; k < length; k++)
                {
                    sum = T.FusedMultiplyAdd(a(i, k), b(k, j), sum);
                }
                c[i, j] = sum;
            }
        }
    }
}
