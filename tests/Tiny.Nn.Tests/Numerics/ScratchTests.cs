using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ScratchTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase(0, 0)]
    [TestCase(0, 3)]
    [TestCase(3, 0)]
    [TestCase(1, 40)]
    [TestCase(40, 1)]
    [TestCase(15, 16)]
    [TestCase(7, 33)]
    public void Transpose_exchanges_rows_and_columns(int rows, int columns)
    {
        Matrix<T> a = Samples.Matrix<T>(rows, columns);
        Matrix<T> turned = Scratch<T>.Transpose(a);
        Assert.That((turned.Rows, turned.Columns), Is.EqualTo((columns, rows)));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Assert.That(turned[column, row], Is.EqualTo(a[row, column]));
            }
        }
    }

    [Test]
    public void Memory_grows_once_and_stays()
    {
        Matrix<T> large = Samples.Matrix<T>(50, 60);
        Matrix<T> small = large.Slice(0, 2);
        Scratch<T>.Transpose(large);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Scratch<T>.Transpose(small);
        Scratch<T>.Transpose(large);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
