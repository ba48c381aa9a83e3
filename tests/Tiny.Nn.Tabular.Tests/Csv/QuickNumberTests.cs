using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class QuickNumberTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
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
    public void The_neighbourhood_of_every_middle_is_left_to_the_platform()
    {
        // Texts of a float, of the middle to the next float, and of doubles beside that middle.
        Gen<float> any = Gen.Choose(0x2E000000, 0x5E000000).Select(BitConverter.Int32BitsToSingle);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(
                any.ToArbitrary(),
                number =>
                {
                    double middle = ((double)number + float.BitIncrement(number)) / 2;
                    return new[] { middle, double.BitIncrement(middle), double.BitDecrement(middle), number }.All(
                        value =>
                            Agrees(value.ToString("R", CultureInfo.InvariantCulture))
                            && Agrees(value.ToString("E18", CultureInfo.InvariantCulture))
                    );
                }
            )
        );
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
        QuickNumber.Read<T>(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out _);

    [Test]
    public void Usual_numbers_are_read_here()
    {
        foreach (string text in new[] { "5.1", "-1.7568", "1234567", "0.000001", "6.02e22", "1e-7" })
        {
            Assert.That(Length(text), Is.EqualTo(text.Length), text);
        }
    }

    private static int Length(string text) =>
        QuickNumber.Read<T>(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out _);

    /// <summary>True where the text is left alone, or read as the platform reads it.</summary>
    private static bool Agrees(string text)
    {
        int length = QuickNumber.Read(Encoding.UTF8.GetBytes(text), (byte)'.', (byte)',', out T number);
        return length < 0
            || (
                length == text.Length
                && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T expected)
                && Bits(number) == Bits(expected)
            );
    }

    private static long Bits(T number) => BitConverter.DoubleToInt64Bits(double.CreateTruncating(number));
}
