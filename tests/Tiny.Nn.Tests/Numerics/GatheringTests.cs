using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Columns of a matrix, side by side in another: whatever their height, and in any order.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class GatheringTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void The_columns_are_those_that_were_asked_for([Values(1, 3, 16, 17, 64, 300)] int rows)
    {
        Matrix<T> from = TestNumbers.Matrix<T>(rows, 20);
        int[] columns = [19, 0, 7, 7, 3];
        Matrix<T> to = new(rows, 6);
        to.Values.Fill(T.One);
        Gathering.Columns(from, columns, to);
        for (int i = 0; i < columns.Length; i++)
        {
            Assert.That(to.Column(i).ToArray(), Is.EqualTo(from.Column(columns[i]).ToArray()));
        }
        Assert.That(to.Column(5).ToArray(), Is.All.EqualTo(T.One));
    }
}
