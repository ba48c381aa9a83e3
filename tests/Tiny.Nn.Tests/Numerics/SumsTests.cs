using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SumsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 140), 255, 256, 257, 1000];

    [Test]
    public void Sums_are_64_running_sums_folded_to_the_last_bit()
    {
        foreach (int length in Lengths)
        {
            T[] x = TestNumbers.Ordinary<T>(length, (ulong)length);
            Assert.That(Sums.Sum<T>(x), Is.EqualTo(Definition(x)));
            Assert.That(Sums.SumOfSquares<T>(x), Is.EqualTo(Definition([.. x.Select(value => value * value)])));
            Assert.That(Sums.SumOfMagnitudes<T>(x), Is.EqualTo(Definition([.. x.Select(T.Abs)])));
        }
    }

    [Test]
    public void Running_sums_are_the_same_at_every_width()
    {
        foreach (int length in Lengths)
        {
            T[] x = TestNumbers.Ordinary<T>(length + 1, (ulong)length)[1..];
            foreach (Width<T> width in Width<T>.Wider)
            {
                string what = $"{width}, {length}";
                Bits.AssertSame<T>(Running<Sums.First>(width, x), Running<Sums.First>(Width<T>.One, x), what);
                Bits.AssertSame<T>(Running<Sums.Product>(width, x), Running<Sums.Product>(Width<T>.One, x), what);
                Bits.AssertSame<T>(Running<Sums.Magnitude>(width, x), Running<Sums.Magnitude>(Width<T>.One, x), what);
            }
        }
    }

    [Test]
    public void A_sum_of_awkward_numbers_is_the_same_at_every_width()
    {
        foreach (T number in TestNumbers.Awkward<T>())
        {
            T[] x = [.. TestNumbers.Ordinary<T>(20), number];
            T[] expected = Running<Sums.First>(Width<T>.One, x);
            foreach (Width<T> width in Width<T>.Wider)
            {
                Bits.AssertSame<T>(Running<Sums.First>(width, x), expected, $"{width}, {number}");
            }
        }
    }

    [Test]
    public void A_sum_does_not_depend_on_where_its_numbers_lie()
    {
        T[] storage = TestNumbers.Ordinary<T>(200);
        T expected = Sums.Sum<T>(storage.AsSpan(0, 77));
        for (int offset = 1; offset < 20; offset++)
        {
            T[] moved = [.. new T[offset], .. storage];
            Assert.That(Sums.Sum<T>(moved.AsSpan(offset, 77)), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_nan_or_infinity_is_not_lost()
    {
        for (int i = 0; i < 37; i++)
        {
            T[] x = TestNumbers.Ordinary<T>(37);
            x[i] = T.NaN;
            Assert.That(
                T.IsNaN(Sums.Sum<T>(x)) && T.IsNaN(Sums.SumOfSquares<T>(x)) && T.IsNaN(Sums.SumOfMagnitudes<T>(x))
            );
            x[i] = T.NegativeInfinity;
            Assert.That(Sums.Sum<T>(x), Is.EqualTo(T.NegativeInfinity));
            Assert.That(Sums.SumOfMagnitudes<T>(x), Is.EqualTo(T.PositiveInfinity));
        }
    }

    [Test]
    public void Columns_are_added_from_the_first_to_the_last()
    {
        foreach (int rows in (int[])[0, 1, 3, 8, 15, 16, 17, 33])
        {
            foreach (int columns in (int[])[0, 1, 2, 7])
            {
                Matrix<T> x = TestNumbers.Matrix<T>(rows, columns);
                T[] expected = new T[rows];
                for (int column = 0; column < columns; column++)
                {
                    for (int row = 0; row < rows; row++)
                    {
                        expected[row] += x[row, column];
                    }
                }
                T[] sum = [.. Enumerable.Repeat(T.NaN, rows)];
                Sums.Columns(x, sum);
                Bits.AssertSame<T>(sum, expected, $"{rows} × {columns}");
                AssertColumnsAtEveryWidth(x, expected);
            }
        }
    }

    [Test]
    public void A_column_sum_of_another_length_is_refused() =>
        Assert.That(
            () => Sums.Columns(new Matrix<T>(3, 2), new T[2]),
            Throws.ArgumentException.With.Message.EqualTo("There are 3 rows and 2 sums; give as many of each.")
        );

    [Test]
    public void Allocates_nothing()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(20, 20);
        T[] sum = new T[20];
        SumUp();
        long before = GC.GetAllocatedBytesForCurrentThread();
        SumUp();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);

        void SumUp()
        {
            Sums.Columns(x, sum);
            sum[0] += Sums.Sum<T>(x.Values) + Sums.SumOfSquares<T>(x.Values) + Sums.SumOfMagnitudes<T>(x.Values);
        }
    }

    private static T Definition(T[] x)
    {
        T[] sums = new T[64];
        for (int i = 0; i < x.Length; i++)
        {
            sums[i % 64] += x[i];
        }
        for (int half = 32; half > 0; half /= 2)
        {
            sums = [.. Enumerable.Range(0, half).Select(i => sums[i] + sums[i + half])];
        }
        return sums[0];
    }

    private static T[] Running<TFunction>(Width<T> width, T[] x)
        where TFunction : struct, IBinary
    {
        T[] sums = new T[64];
        width.Run(new SumKernel<TFunction, T>(default, x, x, sums));
        return sums;
    }

    private static void AssertColumnsAtEveryWidth(Matrix<T> x, T[] expected)
    {
        foreach (Width<T> width in (Width<T>[])[Width<T>.One, .. Width<T>.Wider])
        {
            T[] sum = new T[x.Rows];
            width.Run(new Sums.ColumnsKernel<T>(x.Values, sum, x.Columns));
            Bits.AssertSame<T>(sum, expected, $"{width}, {x}");
        }
    }
}
