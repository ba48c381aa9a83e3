using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ScratchTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(3000, 3000)]
    public void Takes_as_much_as_asked_for_and_at_least_one(int count, int taken) =>
        Assert.That(Scratch<T>.Take(count).Length, Is.EqualTo(taken));

    [Test]
    public void Memory_grows_once_and_stays()
    {
        Scratch<T>.Take(3000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Scratch<T>.Take(100);
        Scratch<T>.Take(50, 60);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_matrix_of_it_has_the_size_asked_for()
    {
        Matrix<T> matrix = Scratch<T>.Take(3, 5);
        Assert.That((matrix.Rows, matrix.Columns), Is.EqualTo((3, 5)));
    }
}
