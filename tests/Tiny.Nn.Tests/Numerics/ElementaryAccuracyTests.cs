using System.Numerics;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Each function keeps the error bound that its documentation states, against a reference of twice a double's precision.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ElementaryAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many points are drawn for each function, spread evenly over its ranges.</summary>
    private const int Points = 200_000;

    private static readonly bool IsSingle = typeof(T) == typeof(float);
    private static readonly double ExpLow = IsSingle ? -103.9 : -745;
    private static readonly double ExpHigh = IsSingle ? 88.72 : 709.78;
    private static readonly double Huge = IsSingle ? 1e38 : 1e308;
    private static readonly double Tiny = IsSingle ? 1e-38 : 1e-308;

    private static readonly DoubleDouble Pi = new(3.141592653589793, 1.2246467991473532e-16);
    private static readonly DoubleDouble RootHalf = new(0.7071067811865476, -4.833646656726457e-17);
    private static readonly DoubleDouble PeakOfDensity = new(0.3989422804014327, -2.4923272022777433e-17);

    private static readonly object[] RelativeBounds =
    [
        Row(ElementaryFunctions.Exp, 1, x => DoubleDouble.Exp(x), (ExpLow, ExpHigh), (-3, 3)),
        Row(ElementaryFunctions.ExpM1, 2, x => DoubleDouble.ExpM1(x), (-50, ExpHigh), (-1.5, 1.5), (-1e-3, 1e-3)),
        Row(ElementaryFunctions.Log, 1, DoubleDouble.Log, (0, Tiny), (1e-3, 1e3), (0.4, 2), (1, Huge)),
        Row(ElementaryFunctions.Log1P, 2, x => DoubleDouble.Log1P(x), (-0.999, 3), (-1e-3, 1e-3), (0, 1e6)),
        Row(ElementaryFunctions.Sigmoid, 3, Sigmoid, (ExpLow / 1.2, 40), (-3, 3)),
        Row(ElementaryFunctions.Tanh, 3, Tanh, (-20, 20), (-1, 1), (-1e-3, 1e-3)),
        Row(ElementaryFunctions.Softplus, 3, Softplus, (ExpLow / 1.2, ExpHigh), (-3, 3)),
        Row(ElementaryFunctions.Erf, 2, x => DoubleDouble.Erf(x), (-7, 7), (-1.1, 1.1), (-1e-2, 1e-2)),
        Row(ElementaryFunctions.CosPi, 3, CosPi, (-1, 1), (-20, 20), (0.499, 0.501), (-1.501, -1.499), (0, 1e-3)),
        Row(ElementaryFunctions.SinPi, 3, SinPi, (-1, 1), (-20, 20), (-1e-3, 1e-3), (0.999, 1.001), (0.49, 0.51)),
        Row(ElementaryFunctions.NormalDensity, 3, NormalDensity, (-2, 2)),
        Row(ElementaryFunctions.NormalDensity, 80, NormalDensity, (-12, 12)),
    ];

    private static readonly object[] AbsoluteBounds =
    [
        Row(ElementaryFunctions.NormalCdf, IsSingle ? 1e-7 : 2e-16, NormalCdf, (-9, 6), (-2, 2)),
    ];

    [TestCaseSource(nameof(RelativeBounds))]
    public void Keeps_its_bound_in_units_in_the_last_place(
        object function,
        double bound,
        object reference,
        object ranges
    ) => AssertBound((UnaryFunction)function, bound, Ulp.Of<T>, (Func<double, DoubleDouble>)reference, ranges);

    [TestCaseSource(nameof(AbsoluteBounds))]
    public void Keeps_its_absolute_bound(object function, double bound, object reference, object ranges) =>
        AssertBound((UnaryFunction)function, bound, _ => 1, (Func<double, DoubleDouble>)reference, ranges);

    [Test]
    public void The_reference_agrees_with_the_double_functions_of_dotnet_and_MathNet()
    {
        foreach (double x in TestNumbers.Uniform<double>(2000, -5, 5, seed: 6))
        {
            Assert.That(DoubleDouble.Exp(x).High, Is.EqualTo(Math.Exp(x)).Within(2).Ulps);
            Assert.That(DoubleDouble.Log(x * x).High, Is.EqualTo(Math.Log(x * x)).Within(2).Ulps);
            Assert.That(Tanh(x).High, Is.EqualTo(Math.Tanh(x)).Within(4).Ulps);
            Assert.That(DoubleDouble.Erf(x).High, Is.EqualTo(MathNet.Numerics.SpecialFunctions.Erf(x)).Within(1e-15));
        }
    }

    [Test]
    public void The_reference_has_more_than_the_bits_of_a_double()
    {
        foreach (double x in TestNumbers.Uniform<double>(2000, -0.7, 0.7, seed: 7))
        {
            // ln(1 + (eˣ − 1)) = x, far below the last bit of x.
            DoubleDouble rest = DoubleDouble.Log1P(DoubleDouble.ExpM1(x)) - x;
            Assert.That(Math.Abs(rest.High), Is.LessThan(1e-9 * Ulp.Of<double>(x)));
        }
    }

    private static void AssertBound(
        UnaryFunction function,
        double bound,
        Func<double, double> unit,
        Func<double, DoubleDouble> reference,
        object ranges
    )
    {
        (double Low, double High)[] all = ((double, double)[])ranges;
        double worst = 0;
        double worstAt = double.NaN;
        foreach ((double low, double high) in all)
        {
            T[] x = TestNumbers.Uniform<T>(Points / all.Length + 1, low, high, seed: 5);
            T[] y = function.Map(Width<T>.Wider[^1], x);
            for (int i = 0; i < x.Length; i++)
            {
                double xi = double.CreateTruncating(x[i]);
                DoubleDouble exact = reference(xi);
                double error = Math.Abs(double.CreateTruncating(y[i]) - exact.High - exact.Low) / unit(exact.High);
                if (!(error <= worst))
                {
                    (worst, worstAt) = (error, xi);
                }
            }
        }
        Assert.That(worst, Is.LessThanOrEqualTo(bound), $"{function} at {worstAt:R}");
    }

    private static DoubleDouble CosPi(double x) => HalfSine(0.5 - (DoubleDouble)Math.Abs(Math.IEEERemainder(x, 2)));

    private static DoubleDouble SinPi(double x)
    {
        double r = Math.IEEERemainder(x, 2);
        return HalfSine(
            r > 0.5 ? 1 - (DoubleDouble)r
            : r < -0.5 ? -1 - (DoubleDouble)r
            : r
        );
    }

    /// <summary>y − y³/3! + y⁵/5! − … with y = πs, for |s| ≤ ½.</summary>
    private static DoubleDouble HalfSine(DoubleDouble s)
    {
        DoubleDouble y = Pi * s;
        DoubleDouble sum = y;
        DoubleDouble term = y;
        for (int n = 2; n < 40; n += 2)
        {
            term = -(term * y * y) / (n * (n + 1));
            sum += term;
        }
        return sum;
    }

    private static DoubleDouble Sigmoid(double x) =>
        x < 0 ? DoubleDouble.Exp(x) / (1 + DoubleDouble.Exp(x)) : 1 / (1 + DoubleDouble.Exp(-x));

    private static DoubleDouble Tanh(double x)
    {
        DoubleDouble t = DoubleDouble.ExpM1(2 * x);
        return t / (t + 2);
    }

    private static DoubleDouble Softplus(double x) =>
        Math.Max(x, 0) + DoubleDouble.Log1P(DoubleDouble.Exp(-Math.Abs(x)));

    private static DoubleDouble NormalCdf(double x) => (1 + DoubleDouble.Erf(RootHalf * x)) * 0.5;

    private static DoubleDouble NormalDensity(double x) => PeakOfDensity * DoubleDouble.Exp((DoubleDouble)x * x * -0.5);

    private static TestCaseData Row(
        UnaryFunction function,
        double bound,
        Func<double, DoubleDouble> reference,
        params (double Low, double High)[] ranges
    ) => new TestCaseData(function, bound, reference, ranges).SetArgDisplayNames($"{function}", $"{bound}");
}
