using System.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ElementaryTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly bool IsSingle = typeof(T) == typeof(float);

    /// <summary>Function, argument, and the one right result.</summary>
    private static readonly object[] SpecialValues =
    [
        .. Rows(ElementaryFunctions.Exp, (0, 1), (-0.0, 1), (Infinity, Infinity), (-Infinity, 0)),
        .. Rows(ElementaryFunctions.Exp, IsSingle ? [(88.73, Infinity), (-104, 0)] : [(709.79, Infinity), (-745.2, 0)]),
        .. Rows(ElementaryFunctions.ExpM1, (0, 0), (-0.0, -0.0), (Infinity, Infinity), (-Infinity, -1), (-1000, -1)),
        .. Rows(ElementaryFunctions.ExpM1, (IsSingle ? 88.73 : 709.79, Infinity), (-50, -1)),
        .. Rows(ElementaryFunctions.Log, (1, 0), (0, -Infinity), (-0.0, -Infinity), (Infinity, Infinity)),
        .. Rows(ElementaryFunctions.Log, (-1, double.NaN), (-Infinity, double.NaN), (-1e-30, double.NaN)),
        .. Rows(
            ElementaryFunctions.Log1P,
            (0, 0),
            (-0.0, -0.0),
            (-1, -Infinity),
            (Infinity, Infinity),
            (-1.5, double.NaN)
        ),
        .. Rows(
            ElementaryFunctions.Sigmoid,
            (0, 0.5),
            (-0.0, 0.5),
            (Infinity, 1),
            (-Infinity, 0),
            (1000, 1),
            (-1000, 0)
        ),
        .. Rows(ElementaryFunctions.Tanh, (0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (1000, 1), (-1000, -1)),
        .. Rows(ElementaryFunctions.Softplus, (Infinity, Infinity), (-Infinity, 0), (1000, 1000), (-1000, 0)),
        .. Rows(ElementaryFunctions.Erf, (0, 0), (-0.0, -0.0), (Infinity, 1), (-Infinity, -1), (10, 1), (-10, -1)),
        .. Rows(ElementaryFunctions.NormalCdf, (0, 0.5), (Infinity, 1), (-Infinity, 0), (40, 1), (-40, 0)),
        .. Rows(ElementaryFunctions.CosPi, (0, 1), (0.5, 0), (-0.5, 0), (1, -1), (-1, -1), (1.5, 0), (2, 1), (1e30, 1)),
        .. Rows(ElementaryFunctions.CosPi, (Infinity, double.NaN), (-Infinity, double.NaN)),
        .. Rows(ElementaryFunctions.SinPi, (0, 0), (0.5, 1), (-0.5, -1), (1.5, -1), (-1.5, 1), (2.5, 1), (1e30, 0)),
        .. Rows(ElementaryFunctions.SinPi, (Infinity, double.NaN), (-Infinity, double.NaN)),
        .. Rows(ElementaryFunctions.NormalDensity, (Infinity, 0), (-Infinity, 0), (1000, 0), (-1000, 0)),
    ];

    private static UnaryFunction[] All => ElementaryFunctions.All;

    private static UnaryFunction[] Odd => [ElementaryFunctions.Tanh, ElementaryFunctions.Erf];

    private static UnaryFunction[] LikeTheirArgumentNearZero =>
        [ElementaryFunctions.ExpM1, ElementaryFunctions.Log1P, ElementaryFunctions.Tanh];

    private static UnaryFunction[] Increasing =>
        [
            ElementaryFunctions.Exp,
            ElementaryFunctions.ExpM1,
            ElementaryFunctions.Sigmoid,
            ElementaryFunctions.Tanh,
            ElementaryFunctions.Softplus,
            ElementaryFunctions.Erf,
            ElementaryFunctions.NormalCdf,
        ];

    [TestCaseSource(nameof(SpecialValues))]
    public void Special_values(object function, double x, double expected)
    {
        T actual = ((UnaryFunction)function).At(T.CreateTruncating(x));
        Assert.That(Bits.Same(actual, T.CreateTruncating(expected)), $"{function}({x}) is {actual}, not {expected}");
    }

    [TestCaseSource(nameof(All))]
    public void Nan_stays_nan(object function) =>
        Assert.That(T.IsNaN(((UnaryFunction)function).At(T.NaN)) && T.IsNaN(((UnaryFunction)function).At(-T.NaN)));

    [TestCaseSource(nameof(All))]
    public void Bits_are_the_same_at_every_width_and_for_every_remainder(object function)
    {
        UnaryFunction f = (UnaryFunction)function;
        T[] x =
        [
            .. TestNumbers.Awkward<T>(),
            .. TestNumbers.Mixed<T>(3000, 11),
            .. TestNumbers.Uniform<T>(3000, -7, 7, 12),
        ];
        T[] expected = f.Map(Width<T>.One, x);
        foreach (Width<T> width in Width<T>.Wider)
        {
            Bits.AssertSame<T>(f.Map(width, x), expected, $"{f}, {width}");
            for (int length = 0; length <= 33; length++)
            {
                Bits.AssertSame<T>(
                    f.Map(width, x.AsSpan(7, length)),
                    expected.AsSpan(7, length),
                    $"{f}, {width}, {length}"
                );
            }
        }
    }

    [TestCaseSource(nameof(Odd))]
    public void Odd_functions_are_odd_to_the_last_bit(object function)
    {
        UnaryFunction f = (UnaryFunction)function;
        T[] x = [.. TestNumbers.Awkward<T>(), .. TestNumbers.Uniform<T>(20_000, 0, 7, 13)];
        T[] mirrored = f.Map(Width<T>.One, [.. x.Select(value => -value)]);
        Bits.AssertSame<T>(mirrored, [.. f.Map(Width<T>.One, x).Select(value => -value)], $"{f}");
    }

    [TestCaseSource(nameof(LikeTheirArgumentNearZero))]
    public void Tiny_arguments_are_their_own_result(object function)
    {
        UnaryFunction f = (UnaryFunction)function;
        double[] magnitudes = IsSingle ? [1e-45, 1e-40, 1e-30, 1e-9] : [5e-324, 1e-310, 1e-100, 1e-18];
        foreach (T x in magnitudes.Select(T.CreateTruncating))
        {
            Assert.That(f.At(x), Is.EqualTo(x));
            Assert.That(f.At(-x), Is.EqualTo(-x));
        }
    }

    [TestCaseSource(nameof(Increasing))]
    public void Increasing_functions_do_not_fall_from_step_to_step(object function)
    {
        // The steps are far wider than the error bound, and fine enough to meet every seam of a formula.
        UnaryFunction f = (UnaryFunction)function;
        T[] x = [.. Enumerable.Range(-12_000, 24_000).Select(i => T.CreateTruncating(i / 1024.0))];
        T[] y = f.Map(Width<T>.One, x);
        T slack = T.CreateTruncating(3);
        for (int i = 1; i < y.Length; i++)
        {
            T ulp = T.CreateTruncating(Ulp.Of<T>(double.CreateTruncating(y[i])));
            if (!(y[i] >= y[i - 1] - slack * ulp))
            {
                Assert.Fail($"{f} falls at {x[i]}");
            }
        }
        Assert.That(y[^1], Is.GreaterThan(y[0]));
    }

    [Test]
    public void Exponentials_reach_to_the_ends_of_the_number_range()
    {
        double high = IsSingle ? 88.72 : 709.78;
        double low = IsSingle ? -103.2 : -744.4;
        T x = T.CreateTruncating(high);
        Assert.That(T.IsFinite(ElementaryFunctions.Exp.At(x)));
        Assert.That(ElementaryFunctions.ExpM1.At(x), Is.EqualTo(ElementaryFunctions.Exp.At(x)));
        Assert.That(ElementaryFunctions.Exp.At(T.CreateTruncating(low)), Is.EqualTo(T.Epsilon));
    }

    [Test]
    public void Logarithms_of_powers_of_two_and_of_subnormal_numbers()
    {
        for (int e = IsSingle ? -149 : -1074; e <= (IsSingle ? 127 : 1023); e++)
        {
            double expected = e * 0.69314718055994531;
            T actual = ElementaryFunctions.Log.At(T.ScaleB(T.One, e));
            Assert.That(double.CreateTruncating(actual), Is.EqualTo(expected).Within(1.5 * Ulp.Of<T>(expected)));
        }
    }

    /// <summary>Arguments at which a series of other length, or other parts of ln 2, would round otherwise.</summary>
    [TestCase(0x3F351D0Cu, 0xBEB12DF4u)]
    [TestCase(0x3F35061Cu, 0xBEB16ED0u)]
    [TestCase(0x3FAE3445u, 0x3E9DCC19u)]
    [TestCase(0x3FB4EB2Cu, 0x3EB12929u)]
    public void Logarithms_of_floats_keep_their_bits(uint x, uint expected) =>
        Assert.That(
            BitConverter.SingleToUInt32Bits(ElementaryFunctions.Log.At(BitConverter.UInt32BitsToSingle(x))),
            Is.EqualTo(expected)
        );

    [Test]
    public void Maximum_and_minimum_take_the_second_operand_where_one_is_nan()
    {
        Lane<T> nan = new(T.NaN);
        Lane<T> one = new(T.One);
        Assert.That(Elementary.Max(nan, one), Is.EqualTo(one));
        Assert.That(Elementary.Min(nan, one), Is.EqualTo(one));
        Assert.That(T.IsNaN(Elementary.Max(one, nan).Value) && T.IsNaN(Elementary.Min(one, nan).Value));
    }

    private static IEnumerable<TestCaseData> Rows(UnaryFunction function, params (double X, double Expected)[] rows) =>
        rows.Select(row => new TestCaseData(function, row.X, row.Expected));
}
