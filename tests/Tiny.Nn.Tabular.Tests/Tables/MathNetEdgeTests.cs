using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Tables;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class MathNetEdgeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void There_and_back_is_the_same_also_from_within_a_larger_storage()
    {
        Matrix<T> x = new(4, 7, TestNumbers.Mixed<T>(40, 1), 5);
        Matrix<T> back = x.ToMathNet().FromMathNet();
        Assert.That((back.Rows, back.Columns), Is.EqualTo((4, 7)));
        Bits.AssertSame<T>(back.Values, x.Values, "there and back");
    }

    [Test]
    public void Rows_and_columns_mean_the_same_on_both_sides()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(3, 2);
        MathNet.Numerics.LinearAlgebra.Matrix<T> there = x.ToMathNet();
        Assert.That((there.RowCount, there.ColumnCount), Is.EqualTo((3, 2)));
        Assert.That(there[2, 1], Is.EqualTo(x[2, 1]));
    }

    [Test]
    public void Both_ways_copy()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(3, 2);
        T first = x[0, 0];
        MathNet.Numerics.LinearAlgebra.Matrix<T> there = x.ToMathNet();
        Matrix<T> back = there.FromMathNet();
        x[0, 0] = T.NaN;
        Assert.That(there[0, 0], Is.EqualTo(first));
        there[0, 0] = T.NaN;
        Assert.That(back[0, 0], Is.EqualTo(first));
    }

    [Test]
    public void Nothing_is_refused() =>
        Assert.That(() => MathNetEdge.FromMathNet<T>(null!), Throws.ArgumentNullException);
}
