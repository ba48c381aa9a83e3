using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// A view of numbers as rows × columns, column after column. Where it holds data, a column is a sample and a row a feature,
/// so a mini-batch is a <see cref="Slice"/> that costs nothing.
/// </summary>
/// <remarks>Copying a matrix copies the view, not the numbers. The default value is empty: pass it to skip an optional result.</remarks>
/// <typeparam name="T">float or double.</typeparam>
[SuppressMessage(
    "Performance",
    "CA1815",
    Justification = "A view is compared by its numbers, through Span.SequenceEqual."
)]
public readonly struct Matrix<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[]? storage;
    private readonly int offset;

    /// <summary>A new matrix of zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public Matrix(int rows, int columns)
        : this(rows, columns, new T[Length(rows, columns)]) { }

    /// <summary>A view of <paramref name="storage"/>, from <paramref name="offset"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the view would reach past the storage.</exception>
    public Matrix(int rows, int columns, T[] storage, int offset = 0)
    {
        ArgumentNullException.ThrowIfNull(storage);
        int length = Length(rows, columns);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset > storage.Length - length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(storage),
                $"A {rows} × {columns} matrix has {length} numbers; the array has {Math.Max(0, storage.Length - offset)} from place {offset} on."
            );
        }
        this.storage = storage;
        this.offset = offset;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>A part of what has been checked before.</summary>
    private Matrix(T[]? storage, int offset, int rows, int columns)
    {
        this.storage = storage;
        this.offset = offset;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>How many rows: features, or outputs of a layer.</summary>
    public int Rows { get; }

    /// <summary>How many columns: samples, or inputs of a layer.</summary>
    public int Columns { get; }

    /// <summary>True where there is no number in it.</summary>
    public bool IsEmpty => Rows == 0 || Columns == 0;

    /// <summary>True where the other one shows the same numbers at the same place, in the same shape.</summary>
    internal bool IsSameView(Matrix<T> other) =>
        storage == other.storage && offset == other.offset && Rows == other.Rows && Columns == other.Columns;

    /// <summary>All numbers, column after column.</summary>
    public Span<T> Values => new(storage, offset, Rows * Columns);

    /// <summary>The same numbers with rows and columns exchanged. Nothing moves: products take it as it is.</summary>
    public Transposed<T> Transposed => new(this);

    /// <summary>One number, for reading and writing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "False alarm: it reads the storage.")]
    public ref T this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            return ref Column(column)[row];
        }
    }

    /// <summary>One column: a sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Column(int column)
    {
        if ((uint)column >= (uint)Columns)
        {
            ThrowNoColumn(column);
        }
        return new Span<T>(storage, offset + column * Rows, Rows);
    }

    /// <summary>The view of <paramref name="count"/> columns from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The columns are not all there.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix<T> Slice(int first, int count)
    {
        if ((uint)first > (uint)Columns || (uint)count > (uint)(Columns - first))
        {
            ThrowNoColumns(first, count);
        }
        return new Matrix<T>(storage, offset + first * Rows, Rows, count);
    }

    /// <summary>A view of some of the numbers, in the order in which they lie in memory, with a size of its own.</summary>
    /// <param name="start">How many numbers stand before the part.</param>
    /// <param name="rows">The part's rows.</param>
    /// <param name="columns">The part's columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie inside.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix<T> Part(int start, int rows, int columns)
    {
        int length = Rows * Columns;
        if ((uint)start > (uint)length || rows < 0 || columns < 0 || (long)rows * columns > length - start)
        {
            ThrowNoPart(start, rows, columns);
        }
        return new Matrix<T>(storage, offset + start, rows, columns);
    }

    /// <summary>Copies all numbers to a matrix of the same size.</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public void CopyTo(Matrix<T> destination)
    {
        if (destination.Rows != Rows || destination.Columns != Columns)
        {
            ThrowNoRoom(destination);
        }
        Values.CopyTo(destination.Values);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Rows} × {Columns} matrix of {typeof(T).Name}";

    private void ThrowNoRoom(Matrix<T> destination) =>
        throw new ArgumentException(
            $"A {Rows} × {Columns} matrix does not fit in a destination of {destination.Rows} × {destination.Columns}.",
            nameof(destination)
        );

    private void ThrowNoColumn(int column) =>
        throw new ArgumentOutOfRangeException(nameof(column), column, $"There are {Columns} columns.");

    private void ThrowNoColumns(int first, int count) =>
        throw new ArgumentOutOfRangeException(
            nameof(first),
            first,
            $"There are {Columns} columns, not {count} from this one on."
        );

    private void ThrowNoPart(int start, int rows, int columns) =>
        throw new ArgumentOutOfRangeException(
            nameof(start),
            start,
            $"There are {Rows * Columns} numbers, and no {rows} × {columns} matrix from this one on."
        );

    private static int Length(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        long length = (long)rows * columns;
        return length <= Array.MaxLength
            ? (int)length
            : throw new ArgumentOutOfRangeException(
                nameof(columns),
                $"A {rows} × {columns} matrix is too large for one array."
            );
    }
}

/// <summary>A matrix with rows and columns exchanged, as an operand of a product.</summary>
/// <param name="Original">The matrix as it lies in memory.</param>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct Transposed<T>(Matrix<T> Original)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many rows: the original's columns.</summary>
    public int Rows => Original.Columns;

    /// <summary>How many columns: the original's rows.</summary>
    public int Columns => Original.Rows;

    /// <inheritdoc/>
    public override string ToString() => $"{Rows} × {Columns} matrix of {typeof(T).Name}, transposed";
}
