using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class BroadcastTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Rows = [0, 1, 2, 3, 7, 8, 15, 16, 17, 33];

    [Test]
    public void Adds_the_column_to_every_column_and_touches_nothing_else()
    {
        T canary = T.CreateTruncating(77);
        foreach (int rows in Rows)
        {
            foreach (int columns in (int[])[0, 1, 5])
            {
                T[] numbers = TestNumbers.Ordinary<T>(rows * columns);
                T[] b = TestNumbers.Ordinary<T>(rows, seed: 2);
                T[] storage = [canary, .. numbers, .. Enumerable.Repeat(canary, 20)];

                Broadcast.Add(new Matrix<T>(rows, columns, storage, 1), b);

                T[] sums = [.. numbers.Select((x, i) => x + b[i % rows])];
                T[] expected = [canary, .. sums, .. Enumerable.Repeat(canary, 20)];
                Bits.AssertSame<T>(storage, expected, $"{rows} × {columns}");
            }
        }
    }

    [Test]
    public void Bits_are_the_same_at_every_width()
    {
        foreach (int rows in Rows)
        {
            T[] x = TestNumbers.Mixed<T>(3 * rows, 3);
            T[] b = TestNumbers.Mixed<T>(rows, 4);
            T[] expected = [.. x];
            Width<T>.One.Run(new Broadcast.AddKernel<T>(expected, b, 3));
            foreach (Width<T> width in Width<T>.Wider)
            {
                T[] actual = [.. x];
                width.Run(new Broadcast.AddKernel<T>(actual, b, 3));
                Bits.AssertSame<T>(actual, expected, $"{width}, {rows} rows");
            }
        }
    }

    [Test]
    public void A_column_of_another_length_is_refused() =>
        Assert.That(
            () => Broadcast.Add(new Matrix<T>(3, 2), new T[2]),
            Throws.ArgumentException.With.Message.EqualTo("The lengths differ: 3 and 2.")
        );
}
