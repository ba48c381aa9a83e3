using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>What is computed side by side has the bits of what is computed one by one.</summary>
public sealed class FormulaTests
{
    private static readonly double[] X = TestNumbers.Mixed<double>(203, 1);
    private static readonly double[] Y = TestNumbers.Mixed<double>(203, 2);
    private static readonly double[] Z = [.. TestNumbers.Mixed<double>(203, 3).Select(Math.Abs)];

    [Test]
    public void Every_formula_gives_the_same_bits_at_every_width()
    {
        AssertSame(default(Affine));
        AssertSame(default(ClippedAffine));
        AssertSame(default(AffineBack));
        AssertSame(default(FillFirst));
    }

    [Test]
    public void The_limit_gives_the_same_bits_at_every_width()
    {
        double[] expected = new double[X.Length];
        Width<double>.One.Run(new Elementwise.UnaryKernel<Limit, double>(new Limit(5), X, expected));
        Assert.That(expected.Where(double.IsFinite), Is.All.InRange(-5, 5));
        foreach (Width<double> width in Width<double>.Wider)
        {
            double[] actual = new double[X.Length];
            width.Run(new Elementwise.UnaryKernel<Limit, double>(new Limit(5), X, actual));
            Bits.AssertSame<double>(actual, expected, $"{width}");
        }
    }

    [Test]
    public void A_hole_is_filled_and_nothing_else()
    {
        double[] x = [double.NaN, -0.0, 0, -1, 1, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon];
        double[] y = [.. x];
        Elementwise.Map(default(Fill), y, [.. x.Select(_ => 5.0)], y);
        Bits.AssertSame<double>(y, [5, .. x[1..]], "filled");
    }

    [Test]
    public void Widening_and_narrowing_are_plain_conversions([Range(0, 40)] int length)
    {
        float[] singles = [.. TestNumbers.Awkward<float>().Reverse().Take(length)];
        double[] wide = new double[length + 1];
        Precision.Widen<float>(singles, wide);
        Bits.AssertSame<double>(wide, [.. singles.Select(single => (double)single), 0], "wide");
        double[] doubles = [.. TestNumbers.Mixed<double>(length, 7)];
        float[] narrow = new float[length + 1];
        Precision.Narrow<float>(doubles, narrow);
        Bits.AssertSame<float>(narrow, [.. doubles.Select(number => (float)number), 0], "narrow");
    }

    private static void AssertSame<TFunction>(TFunction f)
        where TFunction : struct, ITernary
    {
        double[] expected = new double[X.Length];
        Width<double>.One.Run(new Elementwise.TernaryKernel<TFunction, double>(f, X, Y, Z, expected));
        foreach (Width<double> width in Width<double>.Wider)
        {
            double[] actual = new double[X.Length];
            width.Run(new Elementwise.TernaryKernel<TFunction, double>(f, X, Y, Z, actual));
            Bits.AssertSame<double>(actual, expected, $"{f} at {width}");
        }
    }
}
