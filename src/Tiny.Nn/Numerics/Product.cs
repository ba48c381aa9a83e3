using System.Numerics;

namespace Tiny.Nn.Numerics;

/// <summary>
/// The three products of a layer: z = W·x forward, dW = dz·xᵀ and dx = Wᵀ·dz backward. The result is overwritten.
/// </summary>
/// <remarks>
/// Every element of a result is one chain of fused multiply-adds, from 0, in ascending order of the summed index: so the bits
/// depend on the operands alone, not on the width of the vectors. <see cref="ProductReference"/> is the definition in three loops.
/// The result must not share memory with an operand.
/// </remarks>
public static class Product
{
    /// <summary>C = A·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        WidestLanes<T>.Run(new ProductKernel<T>(a.Values, b.Values, c.Values, a.Rows, b.Columns, a.Columns, 1, b.Rows));
    }

    /// <summary>C = A·Bᵀ.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Matrix<T> a, Transposed<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Span<T> original = b.Original.Values;
        WidestLanes<T>.Run(
            new ProductKernel<T>(a.Values, original, c.Values, a.Rows, b.Columns, a.Columns, b.Columns, 1)
        );
    }

    /// <summary>C = Aᵀ·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static void Multiply<T>(Transposed<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Matrix<T> turned = Scratch<T>.Transpose(a.Original);
        WidestLanes<T>.Run(
            new ProductKernel<T>(turned.Values, b.Values, c.Values, a.Rows, b.Columns, a.Columns, 1, b.Rows)
        );
    }
}
