using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Every operation on lanes gives the same bits at every width, and one lane gives what .NET's own arithmetic gives.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LanesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly bool IsSingle = typeof(T) == typeof(float);

    [Test]
    public void A_width_has_as_many_lanes_as_fit()
    {
        int single = IsSingle ? 2 : 1;
        Assert.That(Width<T>.One.Count, Is.EqualTo(1));
        Assert.That(
            Width<T>.Wider.Select(width => width.Count),
            Is.EqualTo(new[] { 2 * single, 4 * single, 8 * single })
        );
    }

    [Test]
    public void Operations_on_one_number_are_the_same_at_every_width()
    {
        T[] x = [.. TestNumbers.Awkward<T>(), .. TestNumbers.Mixed<T>(1000, 2)];
        Assert.Multiple(() =>
        {
            foreach (UnaryFunction operation in LaneOperations.Unary)
            {
                AssertSameAtEveryWidth(operation, x);
            }
        });
    }

    [Test]
    public void Operations_on_several_numbers_are_the_same_at_every_width()
    {
        T[] x = TestNumbers.Mixed<T>(3000, 3);
        T[] y = TestNumbers.Mixed<T>(3000, 4);
        T[] z = TestNumbers.Mixed<T>(3000, 5);
        T[] expected = new T[x.Length];
        T[] actual = new T[x.Length];
        foreach (TernaryFunction operation in LaneOperations.Ternary)
        {
            operation.Map(Width<T>.One, x, y, z, expected);
            foreach (Width<T> width in Width<T>.Wider)
            {
                operation.Map(width, x, y, z, actual);
                Bits.AssertSame<T>(actual, expected, $"{operation}, {width}");
            }
        }
    }

    [Test]
    public void Powers_of_two_are_exact_over_the_normal_numbers_at_every_width()
    {
        int least = IsSingle ? -126 : -1022;
        int most = IsSingle ? 127 : 1023;
        T[] n = [.. Enumerable.Range(least, most - least + 1).Select(T.CreateTruncating)];
        T[] expected = [.. Enumerable.Range(least, most - least + 1).Select(e => T.ScaleB(T.One, e))];

        Bits.AssertSame<T>(LaneOperations.TwoToThe.Map(Width<T>.One, n), expected, "2ⁿ");
        AssertSameAtEveryWidth(LaneOperations.TwoToThe, n);
    }

    [Test]
    public void Significand_and_exponent_put_together_are_the_number()
    {
        T[] x = [.. TestNumbers.Mixed<T>(3000, 6).Select(T.Abs).Where(T.IsNormal)];
        T[] m = LaneOperations.SignificandOf.Map(Width<T>.One, x);
        T[] e = LaneOperations.ExponentOf.Map(Width<T>.One, x);
        T rootHalf = T.CreateTruncating(0.70710678);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.That(T.ScaleB(m[i], int.CreateTruncating(e[i])), Is.EqualTo(x[i]));
            Assert.That(
                m[i],
                Is.GreaterThanOrEqualTo(rootHalf).And.LessThan(rootHalf + rootHalf + T.CreateTruncating(1e-7))
            );
        }
        AssertSameAtEveryWidth(LaneOperations.SignificandOf, x);
        AssertSameAtEveryWidth(LaneOperations.ExponentOf, x);
    }

    [Test]
    public void One_lane_is_the_arithmetic_of_dotnet()
    {
        T[] x = TestNumbers.Mixed<T>(500, 7);
        T[] y = TestNumbers.Mixed<T>(500, 8);
        T[] z = TestNumbers.Mixed<T>(500, 9);
        Dictionary<string, Func<T, T, T, T>> definitions = new()
        {
            ["Addition"] = (a, b, _) => a + b,
            ["Subtraction"] = (a, b, _) => a - b,
            ["Multiplication"] = (a, b, _) => a * b,
            ["Division"] = (a, b, _) => a / b,
            ["MultiplyAdd"] = T.FusedMultiplyAdd,
            ["IfLess"] = (a, b, c) => a < b ? c : a,
            ["Max"] = (a, b, _) => a > b ? a : b,
            ["Min"] = (a, b, _) => a < b ? a : b,
        };
        T[] actual = new T[x.Length];
        foreach (TernaryFunction operation in LaneOperations.Ternary)
        {
            operation.Map(Width<T>.One, x, y, z, actual);
            Func<T, T, T, T> definition = definitions[operation.ToString()];
            T[] expected = [.. x.Select((a, i) => definition(a, y[i], z[i]))];
            Bits.AssertSame<T>(actual, expected, operation.ToString());
        }
    }

    [TestCase(0.5, 0)]
    [TestCase(1.5, 2)]
    [TestCase(2.5, 2)]
    [TestCase(-0.5, -0.0)]
    [TestCase(-1.5, -2)]
    [TestCase(0.49999997, 0)]
    public void Ties_are_rounded_to_even(double x, double expected) =>
        Assert.That(
            Bits.Same(Lane<T>.Round(new(T.CreateTruncating(x))).Value, T.CreateTruncating(expected)),
            $"round({x})"
        );

    [Test]
    public void A_constant_is_in_every_lane()
    {
        AssertConstant<Lane<T>>();
        AssertConstant<Lanes128<T>>();
        AssertConstant<Lanes256<T>>();
        AssertConstant<Lanes512<T>>();
    }

    private static void AssertConstant<V>()
        where V : struct, ILanes<V, T>
    {
        T third = T.CreateTruncating(1.0 / 3);
        T[] actual = new T[2 * V.Count];
        V.Store(V.Constant(1.0 / 3), ref actual[0]);
        V.Store(V.Constant(third), ref actual[V.Count]);
        Assert.That(actual, Is.All.EqualTo(third));
        Assert.That(V.SignificandBits, Is.EqualTo(IsSingle ? 24 : 53));
    }

    private static void AssertSameAtEveryWidth(UnaryFunction function, T[] x)
    {
        T[] expected = function.Map(Width<T>.One, x);
        foreach (Width<T> width in Width<T>.Wider)
        {
            Bits.AssertSame<T>(function.Map(width, x), expected, $"{function}, {width}");
        }
    }
}
