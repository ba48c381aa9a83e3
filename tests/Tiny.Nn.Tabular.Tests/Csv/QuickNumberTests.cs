using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture]
public sealed class QuickNumberTests
{
    private static readonly Gen<char> Digit = Gen.Elements("0123456789".ToCharArray());

    [Test]
    public void What_is_read_has_the_bits_that_the_platform_reads()
    {
        Gen<string> digits = Digit.ArrayOf().Select(letters => new string([.. letters.Take(12)]));
        Gen<string> exponent = Gen.Frequency(
            (3, Gen.Constant("")),
            (1, Gen.Choose(-45, 45).Select(power => $"e{power}")),
            (1, Gen.Choose(0, 40).Select(power => $"E+{power}"))
        );
        Gen<string> number = Gen.Zip(digits, Gen.Zip(Gen.Elements("", "."), digits))
            .Select(parts => parts.Item1 + (parts.Item2.Item1 == "" ? "" : "." + parts.Item2.Item2));
        Gen<string> text = Gen.Zip(Gen.Elements("", "-", "+"), Gen.Zip(number, exponent))
            .Select(parts => parts.Item1 + parts.Item2.Item1 + parts.Item2.Item2);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50_000), Prop.ForAll(text.ToArbitrary(), Agrees));
    }

    [Test]
    public void A_number_of_many_digits_is_rounded_once()
    {
        Gen<ulong> w = Gen.Choose(int.MinValue, int.MaxValue)
            .Two()
            .Select(halves => ((ulong)(uint)halves.Item1 << 32 | (uint)halves.Item2) >> (halves.Item1 & 15));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50_000),
            Prop.ForAll(
                Gen.Zip(w, Gen.Choose(-30, 30)).ToArbitrary(),
                number => Agrees(string.Create(CultureInfo.InvariantCulture, $"{number.Item1}e{number.Item2}"))
            )
        );
    }

    [Test]
    public void The_middle_of_two_doubles_goes_to_the_even_one_and_its_neighbours_do_not()
    {
        // 2⁵³ + 2k + 1 is a middle, and so is that times 2, 4, 8, ...; some of them end with zeros, and some are read with a point.
        Gen<(int Odd, int Power, int Step)> any =
            from odd in Gen.Choose(0, int.MaxValue)
            from power in Gen.Choose(0, 9)
            from step in Gen.Choose(-1, 1)
            select (odd, power, step);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50_000),
            Prop.ForAll(
                any.ToArbitrary(),
                number =>
                {
                    ulong middle = (((1UL << 53) + 2 * (ulong)number.Odd + 1) << number.Power) + (ulong)number.Step;
                    string text = middle.ToString(CultureInfo.InvariantCulture);
                    return Agrees(text)
                        && Agrees($"{text[..5]}.{text[5..]}e{text.Length - 5}")
                        && Agrees($"{text}e-3")
                        && Agrees($"{text}e3");
                }
            )
        );
    }

    [Test]
    public void Every_double_is_read_back_from_its_shortest_text()
    {
        Gen<double> any = Gen.Choose(int.MinValue, int.MaxValue)
            .Two()
            .Select(halves => BitConverter.Int64BitsToDouble(((long)halves.Item1 << 32) | (uint)halves.Item2))
            .Where(double.IsFinite);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50_000),
            Prop.ForAll(any.ToArbitrary(), number => Agrees(number.ToString("R", CultureInfo.InvariantCulture)))
        );
        foreach (
            double usual in new[]
            {
                0.1234567890123456,
                -98765.43210987654,
                9007199254740993,
                1e22,
                0.30000000000000004,
            }
        )
        {
            string text = usual
                .ToString("R", CultureInfo.InvariantCulture)
                .Replace("E+", "e", StringComparison.Ordinal);
            Assert.That(Length(text), Is.EqualTo(text.Length), text);
        }
    }

    [TestCase("0.1", ExpectedResult = 3)]
    [TestCase("-0.4644,1", ExpectedResult = 7)]
    [TestCase("1.,", ExpectedResult = 2)]
    [TestCase(".5", ExpectedResult = 2)]
    [TestCase("+7e2,", ExpectedResult = 4)]
    [TestCase("", ExpectedResult = -1)]
    [TestCase(",1", ExpectedResult = -1)]
    [TestCase("-", ExpectedResult = -1)]
    [TestCase(".", ExpectedResult = -1)]
    [TestCase("e5", ExpectedResult = -1)]
    [TestCase("1e", ExpectedResult = -1)]
    [TestCase("1e5x", ExpectedResult = -1)]
    [TestCase("1 ", ExpectedResult = -1)]
    [TestCase("1.2.3", ExpectedResult = -1)]
    [TestCase("12345678901234567890", ExpectedResult = -1)]
    [TestCase("1e9999", ExpectedResult = -1)]
    public int A_number_ends_at_the_delimiter_or_with_the_text(string text) =>
        QuickNumber.Read(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out _);

    [Test]
    public void Usual_numbers_are_read_here()
    {
        foreach (string text in new[] { "5.1", "-1.7568", "1234567", "0.000001", "6.02e22", "1e-7" })
        {
            Assert.That(Length(text), Is.EqualTo(text.Length), text);
        }
    }

    private static int Length(string text) =>
        QuickNumber.Read(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out _);

    /// <summary>True where the text is left alone, or read as the platform reads it.</summary>
    private static bool Agrees(string text)
    {
        int length = QuickNumber.Read(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out double number);
        return length < 0
            || (
                length == text.Length
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected)
                && Bits(number) == Bits(expected)
            );
    }

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
