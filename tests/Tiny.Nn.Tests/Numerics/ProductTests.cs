using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ProductTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What lies around a result, and must still lie there afterwards.</summary>
    private static readonly T Canary = T.CreateTruncating(12345);

    private static readonly int[] Lengths = [0, 1, 2, 3, 5, 8, 16, 17];

    private static readonly (int Rows, int Columns, int Length)[] AroundTiles =
    [
        (63, 64, 65),
        (65, 63, 64),
        (64, 65, 63),
        (255, 3, 64),
        (256, 65, 5),
        (257, 4, 255),
        (1, 257, 256),
        (3, 255, 257),
        (16, 256, 63),
        (10, 33, 530),
        (66, 30, 700),
        (401, 70, 20),
        (5, 600, 9),
        (12, 9, 300),
        (1, 1, 1000),
        (130, 2, 70),
    ];

    private static Form<T>[] Forms => Form<T>.All;

    [TestCaseSource(nameof(Forms))]
    public void Equals_the_definition_to_the_last_bit_for_all_small_sizes(object form)
    {
        for (int rows = 0; rows <= 17; rows++)
        {
            for (int columns = 0; columns <= 9; columns++)
            {
                foreach (int length in Lengths)
                {
                    AssertDefinition((Form<T>)form, rows, columns, length);
                }
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Equals_the_definition_to_the_last_bit_around_the_sizes_of_tiles(object form)
    {
        foreach ((int rows, int columns, int length) in AroundTiles)
        {
            AssertDefinition((Form<T>)form, rows, columns, length);
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Equals_the_definition_to_the_last_bit_for_random_sizes(object form)
    {
        Gen<int> size = Gen.Choose(0, 40);
        Arbitrary<(int, int, int)> sizes = size.SelectMany(_ => size, (r, c) => (r, c))
            .SelectMany(_ => size, (rc, l) => (rc.r, rc.c, l))
            .ToArbitrary();
        Prop.ForAll(sizes, s => AssertDefinition((Form<T>)form, s.Item1, s.Item2, s.Item3))
            .Check(Config.QuickThrowOnFailure.WithReplay(20, 7).WithMaxTest(100));
    }

    [TestCaseSource(nameof(Forms))]
    public void Bits_are_the_same_at_every_width(object form)
    {
        foreach (int rows in (int[])[1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 49])
        {
            foreach (int columns in (int[])[1, 3, 4, 5, 9])
            {
                // One awkward product each, and sums of ordinary ones: a long sum of awkward numbers would only be NaN.
                AssertWidths((Form<T>)form, rows, columns, 1, TestNumbers.Mixed<T>);
                AssertWidths((Form<T>)form, rows, columns, 19, TestNumbers.Ordinary<T>);
            }
        }
    }

    [Test]
    public void A_column_to_start_from_gives_the_bits_of_the_definition()
    {
        foreach (int rows in (int[])[1, 2, 3, 7, 8, 9, 16, 23, 24, 25, 31, 48, 49, 65])
        {
            foreach (int columns in (int[])[1, 3, 4, 5, 9])
            {
                (Matrix<T> a, Matrix<T> b) = Forms[0].Operands(rows, columns, 11, TestNumbers.Ordinary<T>);
                T[] start = TestNumbers.Ordinary<T>(rows);
                Matrix<T> expected = new(rows, columns);
                Matrix<T> actual = new(rows, columns);
                ProductReference.MultiplyAdd(a, b, start, expected);
                Product.MultiplyAdd(a, b, start, actual);
                Bits.AssertSame<T>(actual.Values, expected.Values, $"{rows} × {columns}");
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Large_operands_are_worked_on_in_blocks_with_the_same_bits(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(500, 66, 611, TestNumbers.Ordinary<T>);
        Matrix<T> c = new(500, 66);
        f.Multiply(a, b, c);
        foreach (int i in (int[])[0, 23, 24, 191, 192, 499])
        {
            foreach (int j in (int[])[0, 3, 63, 64, 65])
            {
                T sum = T.Zero;
                for (int k = 0; k < 611; k++)
                {
                    sum = T.FusedMultiplyAdd(f.A(a, i, k), f.B(b, k, j), sum);
                }
                Assert.That(Bits.Same(c[i, j], sum), $"{form}, element {i}, {j}");
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Agrees_with_MathNet(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(23, 17, 31, TestNumbers.Ordinary<T>);
        Matrix<T> c = new(23, 17);
        f.Multiply(a, b, c);
        double tolerance = typeof(T) == typeof(float) ? 1e-5 : 1e-14;
        double[] oracle = Doubles(f.MathNet(a.ToMathNet(), b.ToMathNet()).FromMathNet());
        Assert.That(Doubles(c), Is.EqualTo(oracle).Within(tolerance));
    }

    [TestCaseSource(nameof(Forms))]
    public void Nan_and_infinity_reach_the_elements_they_belong_to_and_no_others(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(9, 6, 5, (count, _) => [.. Enumerable.Repeat(T.One, count)]);
        f.A(a, 4, 2) = T.NaN;
        f.B(b, 1, 3) = T.PositiveInfinity;
        Matrix<T> c = new(9, 6);
        f.Multiply(a, b, c);
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                T expected =
                    i == 4 ? T.NaN
                    : j == 3 ? T.PositiveInfinity
                    : T.CreateTruncating(5);
                Assert.That(Bits.Same(c[i, j], expected), $"{f} at {i}, {j}: {c[i, j]}");
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void Zero_times_infinity_is_nan_and_is_not_skipped(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(1, 1, 1, (_, _) => [T.Zero]);
        b.Values[0] = T.PositiveInfinity;
        Matrix<T> c = new(1, 1);
        f.Multiply(a, b, c);
        Assert.That(T.IsNaN(c[0, 0]));
    }

    [TestCaseSource(nameof(Forms))]
    public void A_sum_of_nothing_overwrites_with_zero(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(5, 6, 0, TestNumbers.Ordinary<T>);
        Matrix<T> c = new(5, 6);
        c.Values.Fill(T.NaN);
        f.Multiply(a, b, c);
        Assert.That(c.Values.ToArray(), Is.All.EqualTo(T.Zero));
    }

    [Test]
    public void Sizes_that_do_not_fit_are_named()
    {
        Assert.That(
            () => Product.Multiply(new Matrix<T>(2, 3), new Matrix<T>(4, 5), new Matrix<T>(2, 5)),
            Throws.ArgumentException.With.Message.EqualTo("No product: 2 × 3 times 4 × 5 does not give 2 × 5.")
        );
        Assert.That(
            () => Product.Multiply(new Matrix<T>(2, 3), new Matrix<T>(5, 4).Transposed, new Matrix<T>(2, 5)),
            Throws.ArgumentException.With.Message.EqualTo("No product: 2 × 3 times 4 × 5 does not give 2 × 5.")
        );
        Assert.That(
            () => Product.Multiply(new Matrix<T>(3, 2).Transposed, new Matrix<T>(4, 5), new Matrix<T>(2, 5)),
            Throws.ArgumentException.With.Message.EqualTo("No product: 2 × 3 times 4 × 5 does not give 2 × 5.")
        );
    }

    [TestCase(3, 5)]
    [TestCase(2, 6)]
    [TestCase(5, 2)]
    public void A_result_of_another_size_is_refused(int rows, int columns)
    {
        Matrix<T> c = new(rows, columns);
        Assert.That(() => Product.Multiply(new Matrix<T>(2, 3), new Matrix<T>(3, 5), c), Throws.ArgumentException);
        Assert.That(
            () => ProductReference.Multiply(new Matrix<T>(2, 3), new Matrix<T>(3, 5), c),
            Throws.ArgumentException
        );
    }

    [TestCaseSource(nameof(Forms))]
    public void Allocates_nothing_once_warm(object form)
    {
        Form<T> f = (Form<T>)form;
        (Matrix<T> a, Matrix<T> b) = f.Operands(33, 17, 20, TestNumbers.Ordinary<T>);
        Matrix<T> c = new(33, 17);
        f.Multiply(a, b, c);
        long before = GC.GetAllocatedBytesForCurrentThread();
        f.Multiply(a, b, c);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    /// <summary>Operands and result are views within larger storage; the result begins as NaN and is surrounded by canaries.</summary>
    private static void AssertDefinition(Form<T> form, int rows, int columns, int length)
    {
        const int Before = 3;
        const int After = 20;
        (Matrix<T> a, Matrix<T> b) = form.Operands(rows, columns, length, TestNumbers.Ordinary<T>);
        T[] storage = [.. Enumerable.Repeat(Canary, Before + rows * columns + After)];
        Matrix<T> c = new(rows, columns, storage, Before);
        c.Values.Fill(T.NaN);
        Matrix<T> expected = new(rows, columns);
        expected.Values.Fill(T.NaN);

        form.Multiply(Inside(a), Inside(b), c);
        form.Reference(a, b, expected);

        Bits.AssertSame<T>(c.Values, expected.Values, $"{form}, {rows} × {columns} of {length}");
        Assert.That(storage.AsSpan(0, Before).ToArray(), Is.All.EqualTo(Canary), "before the view");
        Assert.That(storage.AsSpan(Before + rows * columns).ContainsAnyExcept(Canary), Is.False, "after the view");
    }

    /// <summary>The same numbers as a view, with NaN around them that would poison every sum.</summary>
    private static Matrix<T> Inside(Matrix<T> matrix)
    {
        T[] storage = [.. Enumerable.Repeat(T.NaN, 5 + matrix.Rows * matrix.Columns + 20)];
        Matrix<T> view = new(matrix.Rows, matrix.Columns, storage, 5);
        matrix.CopyTo(view);
        return view;
    }

    private static void AssertWidths(Form<T> form, int rows, int columns, int length, Func<int, ulong, T[]> fill)
    {
        (Matrix<T> a, Matrix<T> b) = form.Operands(rows, columns, length, fill);
        T[] expected = RunKernel(Width<T>.One, form, a, b, rows, columns);
        foreach (Width<T> width in Width<T>.Wider)
        {
            T[] actual = RunKernel(width, form, a, b, rows, columns);
            Bits.AssertSame<T>(actual, expected, $"{form}, {width}, {rows} × {columns} of {length}");
        }
    }

    private static double[] Doubles(Matrix<T> matrix) => [.. matrix.Values.ToArray().Select(double.CreateTruncating)];

    private static T[] RunKernel(Width<T> width, Form<T> form, Matrix<T> a, Matrix<T> b, int rows, int columns)
    {
        Matrix<T> c = new(rows, columns);
        T[] zeros = new T[rows];
        int length = rows == 0 || a.Rows * a.Columns == 0 ? 0 : a.Rows * a.Columns / rows;
        StridedView<T> start = new(ref zeros[0], 1, 0);
        width.Run(new ProductKernel<T>(form.Left(a), form.Right(b), start, new(c), rows, columns, length));
        return c.Values.ToArray();
    }
}
