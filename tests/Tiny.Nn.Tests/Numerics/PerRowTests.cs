using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Functions with a number per row, and sums along rows: against plain loops, bit by bit, at every width.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PerRowTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Columns = 3;
    private static readonly int[] Rows = [1, 2, 3, 4, 7, 8, 15, 16, 17, 20, 33, 48];

    [TestCaseSource(nameof(Rows))]
    public void Every_element_meets_the_number_of_its_row(int rows)
    {
        (T[] x, T[] y, T[] p) = (Numbers(rows, 1), Numbers(rows, 2), TestNumbers.Mixed<T>(rows, 3));
        T[] expected = [.. x.Select((xi, i) => T.FusedMultiplyAdd(xi, y[i], p[i % rows]))];
        T[] actual = new T[x.Length];
        PerRow.Map(default(MultiplyAdd), x, y, p, actual);
        Bits.AssertSame<T>(actual, expected, "the widest lanes");
        foreach (Width<T> width in Width<T>.Wider.Prepend(Width<T>.One))
        {
            T[] atWidth = new T[x.Length];
            width.Run(new PerRow.Kernel<MultiplyAdd, T>(default, x, y, p, atWidth));
            Bits.AssertSame<T>(atWidth, expected, $"{width}");
        }
    }

    [TestCaseSource(nameof(Rows))]
    public void A_row_is_summed_from_its_first_column_to_its_last(int rows)
    {
        (T[] x, T[] y, T[] z) = (Numbers(rows, 4), Numbers(rows, 5), Numbers(rows, 6));
        T[] expected = new T[rows];
        for (int i = 0; i < x.Length; i++)
        {
            expected[i % rows] += T.FusedMultiplyAdd(x[i], y[i], z[i]);
        }
        T[] actual = new T[rows];
        RowSums.Sum(default(MultiplyAdd), x, y, z, actual);
        Bits.AssertSame<T>(actual, expected, "the widest lanes");
        foreach (Width<T> width in Width<T>.Wider.Prepend(Width<T>.One))
        {
            T[] atWidth = new T[rows];
            width.Run(new RowSums.Kernel<MultiplyAdd, T>(default, x, y, z, atWidth));
            Bits.AssertSame<T>(atWidth, expected, $"{width}");
        }
    }

    [Test]
    public void The_result_may_lie_where_an_operand_lies()
    {
        (T[] x, T[] p) = (Numbers(20, 7), TestNumbers.Mixed<T>(20, 8));
        T[] expected = [.. x.Select((xi, i) => T.FusedMultiplyAdd(xi, xi, p[i % 20]))];
        PerRow.Map(default(MultiplyAdd), x, x, p, x);
        Bits.AssertSame<T>(x, expected, "in place");
    }

    [Test]
    public void Columns_that_are_not_whole_are_refused()
    {
        T[] five = new T[5];
        T[] two = new T[2];
        Assert.That(() => PerRow.Map(default(MultiplyAdd), five, five, two, five), Throws.ArgumentException);
        Assert.That(() => PerRow.Map(default(MultiplyAdd), five, two, two, five), Throws.ArgumentException);
        Assert.That(() => RowSums.Sum(default(MultiplyAdd), five, five, five, two), Throws.ArgumentException);
        Assert.That(() => RowSums.Sum(default(MultiplyAdd), two, five, two, two), Throws.ArgumentException);
    }

    [Test]
    public void Without_columns_nothing_is_written_and_sums_are_0()
    {
        T[] sums = [T.One, T.One];
        RowSums.Sum<MultiplyAdd, T>(default, [], [], [], sums);
        Assert.That(sums, Is.All.EqualTo(T.Zero));
        Assert.That(() => PerRow.Map<MultiplyAdd, T>(default, [], [], [], []), Throws.Nothing);
    }

    private static T[] Numbers(int rows, ulong seed) => TestNumbers.Mixed<T>(rows * Columns, seed);

    private readonly struct MultiplyAdd : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => V.MultiplyAdd(x, y, z);
    }
}
