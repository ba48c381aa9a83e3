using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Numerics.Products;

/// <summary>
/// The three products of a layer: z = W·x + b forward, dW = dz·xᵀ and dx = Wᵀ·dz backward. The result is overwritten; it must
/// not share memory with an operand.
/// </summary>
/// <remarks>
/// Every element of a result is one chain of fused multiply-adds, from 0 or from b, in ascending order of the summed index: so the
/// bits depend on the operands alone, not on the width of the vectors nor on the number of threads (<see cref="StepThreads"/>). <c>ProductReference</c> is the definition in loops.
/// </remarks>
public static class Product
{
    /// <summary>C = A·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(Matrix<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Run(new(a), new(b), Zeros<T>(), c, a.Columns);
    }

    /// <summary>C = A·Bᵀ.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(Matrix<T> a, Transposed<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Run(new(a), new(b), Zeros<T>(), c, a.Columns);
    }

    /// <summary>C = Aᵀ·B.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(Transposed<T> a, Matrix<T> b, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Run(new(a), new(b), Zeros<T>(), c, a.Columns);
    }

    /// <summary>C = A·B + s, the column s being added to every column.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd<T>(Matrix<T> a, Matrix<T> b, ReadOnlySpan<T> s, Matrix<T> c)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Product(a.Rows, a.Columns, b.Rows, b.Columns, c.Rows, c.Columns);
        Sizes.Same(c.Rows, "rows of c", s.Length, "numbers in s");
        Run(new(a), new(b), new(ref MemoryMarshal.GetReference(s), 1, 0), c, a.Columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T>(StridedView<T> a, StridedView<T> b, StridedView<T> start, Matrix<T> c, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (SharedProduct<T>.IsWorthwhile(c.Rows, c.Columns, length) && StepThreads.Current is { } team)
        {
            SharedProduct<T>.Run(team, a, b, start, new(c), c.Rows, c.Columns, length);
        }
        else
        {
            WidestLanes<T>.Run(new ProductKernel<T>(a, b, start, new(c), c.Rows, c.Columns, length));
        }
    }

    /// <summary>Nothing to start from: the same few zeros for every row and column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static StridedView<T> Zeros<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(ref ZeroTile<T>.Numbers[0], 0, 0);

    private static class ZeroTile<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        /// <summary>As many as are read at once at most.</summary>
        internal static readonly T[] Numbers = new T[ProductColumn<T>.Vectors * Lanes512<T>.Count];
    }
}
