using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class MatrixTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void The_same_view_is_the_same_place_in_the_same_shape()
    {
        T[] storage = new T[12];
        Matrix<T> matrix = new(2, 3, storage, 1);
        Matrix<T>[] others =
        [
            new(3, 2, storage, 1),
            new(1, 3, storage, 1),
            new(2, 2, storage, 1),
            new(2, 3, storage, 2),
            new(2, 3),
        ];
        Assert.That(matrix.IsSameView(new Matrix<T>(2, 3, storage, 1)), Is.True);
        Assert.That(others.Select(other => matrix.IsSameView(other)), Is.All.False);
    }

    [Test]
    public void A_new_matrix_is_zero()
    {
        Matrix<T> x = new(3, 2);
        Assert.That((x.Rows, x.Columns, x.IsEmpty), Is.EqualTo((3, 2, false)));
        Assert.That(x.Values.ToArray(), Is.EqualTo(new T[6]));
    }

    [Test]
    public void Numbers_lie_column_after_column()
    {
        Matrix<T> x = Counting(2, 3);
        Assert.That(x[1, 0], Is.EqualTo(T.One));
        Assert.That(x[0, 1], Is.EqualTo(T.CreateTruncating(2)));
        Assert.That(x.Column(2).ToArray(), Is.EqualTo(Numbers(4, 5)));
    }

    [Test]
    public void A_view_reads_and_writes_its_storage()
    {
        T[] storage = Numbers(0, 1, 2, 3, 4, 5, 6, 7, 8);
        Matrix<T> x = new(2, 3, storage, offset: 2);
        x[1, 2] = T.CreateTruncating(70);
        x.Column(0)[0] = T.CreateTruncating(20);
        Assert.That(storage, Is.EqualTo(Numbers(0, 1, 20, 3, 4, 5, 6, 70, 8)));
        Assert.That(x.Values.ToArray(), Is.EqualTo(Numbers(20, 3, 4, 5, 6, 70)));
    }

    [Test]
    public void A_slice_is_a_view_of_columns_also_of_a_slice()
    {
        Matrix<T> x = Counting(2, 5);
        Matrix<T> slice = x.Slice(1, 4).Slice(1, 2);
        Assert.That((slice.Rows, slice.Columns), Is.EqualTo((2, 2)));
        Assert.That(slice.Values.ToArray(), Is.EqualTo(Numbers(4, 5, 6, 7)));
        slice[0, 0] = T.NaN;
        Assert.That(T.IsNaN(x[0, 2]));
    }

    [TestCase(0, 0)]
    [TestCase(5, 0)]
    [TestCase(0, 5)]
    public void A_slice_may_be_empty_or_everything(int first, int count) =>
        Assert.That(Counting(2, 5).Slice(first, count).Columns, Is.EqualTo(count));

    [TestCase(-1, 1)]
    [TestCase(0, -1)]
    [TestCase(0, 6)]
    [TestCase(5, 1)]
    [TestCase(6, 0)]
    [TestCase(int.MaxValue, int.MaxValue)]
    [TestCase(1, int.MaxValue)]
    public void A_slice_of_columns_that_are_not_there_is_refused(int first, int count) =>
        Assert.That(() => Counting(2, 5).Slice(first, count), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(0, 2, 5, "0 1 2 3 4 5 6 7 8 9")]
    [TestCase(3, 3, 2, "3 4 5 6 7 8")]
    [TestCase(9, 1, 1, "9")]
    [TestCase(10, 0, 0, "")]
    [TestCase(10, 4, 0, "")]
    [TestCase(0, 0, 4, "")]
    public void A_part_has_a_size_of_its_own(int start, int rows, int columns, string numbers)
    {
        Matrix<T> part = Counting(2, 5).Part(start, rows, columns);
        Assert.That((part.Rows, part.Columns), Is.EqualTo((rows, columns)));
        Assert.That(string.Join(' ', part.Values.ToArray()), Is.EqualTo(numbers));
    }

    [TestCase(-1, 0, 0)]
    [TestCase(-1, 1, 1)]
    [TestCase(11, 0, 0)]
    [TestCase(0, -1, 1)]
    [TestCase(0, 1, -1)]
    [TestCase(0, -1, -1)]
    [TestCase(0, 11, 1)]
    [TestCase(9, 1, 2)]
    [TestCase(0, 65_536, 65_536)]
    [TestCase(0, int.MaxValue, int.MaxValue)]
    public void A_part_that_does_not_lie_inside_is_refused(int start, int rows, int columns)
    {
        // There is storage around the matrix: a part of that would be no fault of the array.
        Matrix<T> x = new(2, 5, new T[100], 20);
        Assert.That(
            () => x.Part(start, rows, columns),
            Throws
                .TypeOf<ArgumentOutOfRangeException>()
                .With.Message.StartsWith(
                    $"There are 10 numbers, and no {rows} × {columns} matrix from this one on. (Parameter 'start')"
                )
        );
    }

    [TestCase(1, 2_147_483_591, "A 1 × 2147483591 matrix has 2147483591 numbers; the array has 0 from place 0 on.")]
    [TestCase(1, 2_147_483_592, "A 1 × 2147483592 matrix is too large for one array. (Parameter 'columns')")]
    public void The_longest_array_is_the_limit(int rows, int columns, string message)
    {
        Assert.That(columns - Array.MaxLength, Is.InRange(0, 1));
        Assert.That(
            () => new Matrix<T>(rows, columns, []),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(message)
        );
    }

    [TestCase(-1, 0)]
    [TestCase(2, 0)]
    [TestCase(0, -1)]
    [TestCase(0, 3)]
    [TestCase(int.MinValue, 0)]
    [TestCase(0, int.MaxValue)]
    public void An_element_that_is_not_there_is_refused(int row, int column)
    {
        Matrix<T> x = new(2, 3, new T[100], 20);
        Assert.That(() => x[row, column], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void A_column_that_is_not_there_is_refused(int column) =>
        Assert.That(() => Counting(2, 3).Column(column).Length, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(-1, 2)]
    [TestCase(2, -1)]
    [TestCase(int.MaxValue, 2)]
    [TestCase(65_536, 65_536)]
    [TestCase(int.MaxValue, int.MaxValue)]
    public void Impossible_sizes_are_refused(int rows, int columns)
    {
        Assert.That(() => new Matrix<T>(rows, columns), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Matrix<T>(rows, columns, []), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(-1)]
    [TestCase(5)]
    [TestCase(int.MaxValue)]
    public void A_view_past_its_storage_is_refused(int offset) =>
        Assert.That(() => new Matrix<T>(2, 3, new T[10], offset), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void A_view_may_end_where_its_storage_ends() =>
        Assert.That(new Matrix<T>(2, 3, new T[10], 4).Values.Length, Is.EqualTo(6));

    [TestCase(5, 0, "A 2 × 3 matrix has 6 numbers; the array has 5 from place 0 on.")]
    [TestCase(10, 5, "A 2 × 3 matrix has 6 numbers; the array has 5 from place 5 on.")]
    public void A_storage_that_is_too_short_is_told(int length, int offset, string message) =>
        Assert.That(
            () => new Matrix<T>(2, 3, new T[length], offset),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith(message)
        );

    [Test]
    public void A_view_of_no_storage_is_refused() =>
        Assert.That(() => new Matrix<T>(0, 0, null!), Throws.ArgumentNullException);

    [Test]
    public void The_default_is_empty_and_harmless()
    {
        Matrix<T> nothing = default;
        Assert.That((nothing.Rows, nothing.Columns, nothing.IsEmpty), Is.EqualTo((0, 0, true)));
        Assert.That(nothing.Values.Length, Is.Zero);
        Assert.That(nothing.Slice(0, 0).IsEmpty);
        Assert.That(() => nothing.CopyTo(default), Throws.Nothing);
        Assert.That(() => nothing[0, 0], Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase(0, 3)]
    [TestCase(3, 0)]
    public void Without_rows_or_columns_it_is_empty(int rows, int columns)
    {
        Matrix<T> x = new(rows, columns);
        Assert.That(x.IsEmpty);
        Assert.That((x.Rows, x.Columns, x.Values.Length), Is.EqualTo((rows, columns, 0)));
    }

    [Test]
    public void Copies_into_a_view_and_no_further()
    {
        T[] storage = new T[8];
        Counting(2, 3).CopyTo(new Matrix<T>(2, 3, storage, 1));
        Assert.That(storage, Is.EqualTo(Numbers(0, 0, 1, 2, 3, 4, 5, 0)));
    }

    [TestCase(3, 2)]
    [TestCase(6, 1)]
    public void A_copy_to_another_shape_is_refused_even_of_the_same_length(int rows, int columns) =>
        Assert.That(
            () => Counting(2, 3).CopyTo(new Matrix<T>(rows, columns)),
            Throws.ArgumentException.With.Message.EqualTo(
                $"A 2 × 3 matrix does not fit in a destination of {rows} × {columns}. (Parameter 'destination')"
            )
        );

    [Test]
    public void Transposed_exchanges_the_sizes_and_moves_nothing()
    {
        Matrix<T> x = Counting(2, 3);
        Transposed<T> turned = x.Transposed;
        Assert.That((turned.Rows, turned.Columns), Is.EqualTo((3, 2)));
        turned.Original[0, 0] = T.NaN;
        Assert.That(T.IsNaN(x[0, 0]));
    }

    [Test]
    public void Text_names_the_sizes_and_the_element_type() =>
        Assert.That(Counting(2, 3).ToString(), Is.EqualTo($"2 × 3 matrix of {typeof(T).Name}"));

    private static Matrix<T> Counting(int rows, int columns) =>
        new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(T.CreateTruncating)]);

    private static T[] Numbers(params int[] numbers) => [.. numbers.Select(T.CreateTruncating)];
}
