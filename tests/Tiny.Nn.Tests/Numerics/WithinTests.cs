using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Each range takes what lies in it, its ends as documented, and says of anything else what would be right.</summary>
internal sealed class WithinTests
{
    private static readonly TestCaseData[] Ranges =
    [
        Range("be finite", x => Within.Finite(x, "x"), [-1e308, 0, 1e308], [double.NaN, double.PositiveInfinity]),
        Range(
            "be above 0, and finite",
            x => Within.Positive(x, "x"),
            [double.Epsilon, 1e308],
            [0, -1, double.NaN, double.PositiveInfinity]
        ),
        Range("be above 0", x => Within.Positive((int)x, "x"), [1, int.MaxValue], [0, -1]),
        Range("be above 0", x => Within.Positive((long)x, "x"), [1, 1L << 53], [0, -1]),
        Range("lie in (0, 1]", x => Within.PositiveShare(x, "x"), [double.Epsilon, 1], [0, 1.0000000000000002]),
        Range(
            "not be negative, and be finite",
            x => Within.NotNegative(x, "x"),
            [0, 1e308],
            [-double.Epsilon, double.NaN, double.PositiveInfinity]
        ),
        Range("not be negative", x => Within.NotNegative((int)x, "x"), [0, int.MaxValue], [-1]),
        Range("lie in [0, 1)", x => Within.Share(x, "x"), [0, 0.9999999999999999], [-double.Epsilon, 1, double.NaN]),
        Range("lie in (0, 1)", x => Within.Fraction(x, "x"), [double.Epsilon, 0.9999999999999999], [0, 1, double.NaN]),
    ];

    [TestCaseSource(nameof(Ranges))]
    public void A_range_gives_back_what_lies_in_it_and_says_what_does(
        string rule,
        Func<double, double> check,
        double[] inside,
        double[] outside
    )
    {
        foreach (double number in inside)
        {
            Assert.That(check(number), Is.EqualTo(number));
        }
        foreach (double number in outside)
        {
            ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => check(number))!;
            Assert.That(refusal.Message, Does.StartWith($"x must {rule}. (Parameter 'x')"));
            Assert.That(Convert.ToDouble(refusal.ActualValue, null), Is.EqualTo(number));
        }
    }

    private static TestCaseData Range(string rule, Func<double, double> check, double[] inside, double[] outside) =>
        new TestCaseData(rule, check, inside, outside).SetArgDisplayNames(rule);
}
