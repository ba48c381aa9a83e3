using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;
using MathNetMatrix = MathNet.Numerics.LinearAlgebra;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>One of the three forms of a product: which operand lies transposed in memory.</summary>
internal abstract class Form<T>(string name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static Form<T>[] All { get; } = [new Plain(), new RightTransposed(), new LeftTransposed()];

    internal abstract void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c);

    internal abstract void Reference(Matrix<T> a, Matrix<T> b, Matrix<T> c);

    internal abstract MathNetMatrix.Matrix<T> MathNet(MathNetMatrix.Matrix<T> a, MathNetMatrix.Matrix<T> b);

    /// <summary>Element i, k of the left operand, wherever it lies.</summary>
    internal virtual ref T A(Matrix<T> a, int i, int k) => ref a[i, k];

    /// <summary>Element k, j of the right operand, wherever it lies.</summary>
    internal virtual ref T B(Matrix<T> b, int k, int j) => ref b[k, j];

    /// <summary>The operands as the kernel wants them.</summary>
    internal virtual StridedView<T> Left(Matrix<T> a) => new(a);

    internal virtual StridedView<T> Right(Matrix<T> b) => new(b);

    /// <summary>Operands for a rows × columns result, filled by a function of count and seed.</summary>
    internal virtual (Matrix<T> A, Matrix<T> B) Operands(
        int rows,
        int columns,
        int length,
        Func<int, ulong, T[]> fill
    ) => (new(rows, length, fill(rows * length, 1)), new(length, columns, fill(length * columns, 2)));

    public override string ToString() => name;

    private sealed class Plain() : Form<T>("A·B")
    {
        internal override void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c) => Product.Multiply(a, b, c);

        internal override void Reference(Matrix<T> a, Matrix<T> b, Matrix<T> c) => ProductReference.Multiply(a, b, c);

        internal override MathNetMatrix.Matrix<T> MathNet(MathNetMatrix.Matrix<T> a, MathNetMatrix.Matrix<T> b) =>
            a * b;
    }

    private sealed class RightTransposed() : Form<T>("A·Bᵀ")
    {
        internal override void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c) => Product.Multiply(a, b.Transposed, c);

        internal override void Reference(Matrix<T> a, Matrix<T> b, Matrix<T> c) =>
            ProductReference.Multiply(a, b.Transposed, c);

        internal override MathNetMatrix.Matrix<T> MathNet(MathNetMatrix.Matrix<T> a, MathNetMatrix.Matrix<T> b) =>
            a * b.Transpose();

        internal override ref T B(Matrix<T> b, int k, int j) => ref b[j, k];

        internal override StridedView<T> Right(Matrix<T> b) => new(b.Transposed);

        internal override (Matrix<T> A, Matrix<T> B) Operands(
            int rows,
            int columns,
            int length,
            Func<int, ulong, T[]> fill
        ) => (new(rows, length, fill(rows * length, 1)), new(columns, length, fill(length * columns, 2)));
    }

    private sealed class LeftTransposed() : Form<T>("Aᵀ·B")
    {
        internal override void Multiply(Matrix<T> a, Matrix<T> b, Matrix<T> c) => Product.Multiply(a.Transposed, b, c);

        internal override void Reference(Matrix<T> a, Matrix<T> b, Matrix<T> c) =>
            ProductReference.Multiply(a.Transposed, b, c);

        internal override MathNetMatrix.Matrix<T> MathNet(MathNetMatrix.Matrix<T> a, MathNetMatrix.Matrix<T> b) =>
            a.Transpose() * b;

        internal override ref T A(Matrix<T> a, int i, int k) => ref a[k, i];

        internal override StridedView<T> Left(Matrix<T> a) => new(a.Transposed);

        internal override (Matrix<T> A, Matrix<T> B) Operands(
            int rows,
            int columns,
            int length,
            Func<int, ulong, T[]> fill
        ) => (new(length, rows, fill(rows * length, 1)), new(length, columns, fill(length * columns, 2)));
    }
}
