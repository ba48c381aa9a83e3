using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Csv;

[TestFixture]
public sealed class ShortNumberTests
{
    private static readonly byte[] Behind = new byte[16];

    [Test]
    public void What_is_read_has_the_bits_that_the_platform_reads()
    {
        Gen<string> digits = Gen.Choose(0, 99_999_999)
            .SelectMany(w =>
                Gen.Choose(0, 8)
                    .Select(length => w.ToString("D8", CultureInfo.InvariantCulture)[(8 - Math.Max(length, 1))..])
            );
        Gen<string> text = Gen.Zip(digits, Gen.Zip(Gen.Choose(-1, 8), Gen.Elements("", "-")))
            .Select(parts =>
                parts.Item2.Item2
                + (
                    parts.Item2.Item1 < 0
                        ? parts.Item1
                        : parts.Item1.Insert(Math.Min(parts.Item2.Item1, parts.Item1.Length), ".")
                )
            );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100_000), Prop.ForAll(text.ToArbitrary(), Agrees));
    }

    [Test]
    public void Of_arbitrary_bytes_only_plain_numbers_are_read()
    {
        Gen<byte> likely = Gen.Elements("0123456789.-+e, /:"u8.ToArray());
        Gen<byte> any = Gen.Choose(0, 255).Select(value => (byte)value);
        Gen<byte[]> text = Gen.Frequency((4, likely), (1, any)).ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100_000),
            Prop.ForAll(text.ToArbitrary(), bytes => Agrees(Encoding.Latin1.GetString(bytes)))
        );
    }

    [TestCase("5.1")]
    [TestCase("-1.7568")]
    [TestCase("-0")]
    [TestCase("1234567")]
    [TestCase("12345678")]
    [TestCase("-.5")]
    [TestCase("7.")]
    public void Usual_numbers_are_read_here(string text)
    {
        Assert.That(TryRead(text, out double number), Is.True);
        Assert.That(Bits(number), Is.EqualTo(Bits(double.Parse(text, CultureInfo.InvariantCulture))));
    }

    [TestCase("")]
    [TestCase("-")]
    [TestCase(".")]
    [TestCase("-.")]
    [TestCase("1.2.3")]
    [TestCase("--1")]
    [TestCase("1e5")]
    [TestCase(" 1")]
    [TestCase("123456789")]
    public void Others_are_left_alone(string text) => Assert.That(TryRead(text, out _), Is.False);

    [Test]
    public void The_last_bytes_of_memory_are_left_alone() =>
        Assert.That(ShortNumber.TryRead("12345678"u8, 0, 8, (byte)'.', out double _), Is.False);

    private static bool Agrees(string text) =>
        !TryRead(text, out double number)
        || (
            text.All("-.0123456789".Contains)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected)
            && Bits(number) == Bits(expected)
        );

    private static bool TryRead(string text, out double number)
    {
        byte[] bytes = [(byte)'7', .. Encoding.Latin1.GetBytes(text), (byte)',', .. Behind];
        return ShortNumber.TryRead(bytes, 1, text.Length + 1, (byte)'.', out number);
    }

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits((number));
}
