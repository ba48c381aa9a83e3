using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ElementwiseTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Longest = 50;

    private static readonly T Canary = T.CreateTruncating(77);

    [Test]
    public void A_function_of_one_number_reaches_every_element_and_nothing_else()
    {
        T[] x = TestNumbers.Ordinary<T>(Longest);
        for (int length = 0; length <= Longest; length++)
        {
            T[] y = [.. Enumerable.Repeat(Canary, Longest + 20)];
            Elementwise.Map(default(Square), x.AsSpan(0, length), y.AsSpan(1, length));
            T[] squares = [.. x[..length].Select(value => value * value)];
            Bits.AssertSame<T>(y, [Canary, .. squares, .. y[(length + 1)..].Select(_ => Canary)], $"{length}");
        }
    }

    [Test]
    public void A_function_of_three_numbers_reaches_every_element_and_nothing_else()
    {
        T[] x = TestNumbers.Ordinary<T>(Longest, seed: 1);
        T[] y = TestNumbers.Ordinary<T>(Longest, seed: 2);
        T[] z = TestNumbers.Ordinary<T>(Longest, seed: 3);
        for (int length = 0; length <= Longest; length++)
        {
            T[] r = [.. Enumerable.Repeat(Canary, Longest + 20)];
            Elementwise.Map(
                default(MultiplyAdd),
                x.AsSpan(0, length),
                y.AsSpan(0, length),
                z.AsSpan(0, length),
                r.AsSpan(1, length)
            );
            T[] values = [.. Enumerable.Range(0, length).Select(i => T.FusedMultiplyAdd(x[i], y[i], z[i]))];
            Bits.AssertSame<T>(r, [Canary, .. values, .. r[(length + 1)..].Select(_ => Canary)], $"{length}");
        }
    }

    [Test]
    public void Every_remainder_of_three_operands_is_the_same_at_every_width()
    {
        T[] x = TestNumbers.Mixed<T>(Longest, 4);
        T[] y = TestNumbers.Mixed<T>(Longest, 5);
        T[] z = TestNumbers.Mixed<T>(Longest, 6);
        TernaryFunction function = new TernaryFunction<MultiplyAdd>(nameof(MultiplyAdd));
        for (int length = 0; length <= Longest; length++)
        {
            T[] expected = new T[length];
            function.Map(Width<T>.One, x.AsSpan(0, length), y.AsSpan(0, length), z.AsSpan(0, length), expected);
            foreach (Width<T> width in Width<T>.Wider)
            {
                T[] actual = new T[length];
                function.Map(width, x.AsSpan(0, length), y.AsSpan(0, length), z.AsSpan(0, length), actual);
                Bits.AssertSame<T>(actual, expected, $"{width}, {length}");
            }
        }
    }

    [Test]
    public void The_result_may_lie_where_an_operand_lies()
    {
        T[] x = TestNumbers.Ordinary<T>(Longest);
        T[] expected = [.. x.Select(value => T.FusedMultiplyAdd(value * value, value * value, value * value))];
        Elementwise.Map(default(Square), x, x);
        Elementwise.Map(default(MultiplyAdd), x, x, x, x);
        Bits.AssertSame<T>(x, expected, "in place");
    }

    [Test]
    public void Operands_of_different_lengths_are_refused()
    {
        T[] two = new T[2];
        T[] three = new T[3];
        Assert.That(() => Elementwise.Map(default(Square), two, three), Throws.ArgumentException);
        Assert.That(() => Elementwise.Map(default(MultiplyAdd), two, three, two, two), Throws.ArgumentException);
        Assert.That(() => Elementwise.Map(default(MultiplyAdd), two, two, three, two), Throws.ArgumentException);
        Assert.That(
            () => Elementwise.Map(default(MultiplyAdd), two, two, two, three),
            Throws.ArgumentException.With.Message.EqualTo("There are 2 numbers and 3 results; give as many of each.")
        );
    }

    private readonly struct Square : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => x * x;
    }

    private readonly struct MultiplyAdd : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => V.MultiplyAdd(x, y, z);
    }
}
