using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Teaching.Tests.Drawing;

/// <summary>What is written sooner is what the platform writes.</summary>
public sealed class ShortFractionTests
{
    [TestCase(0.5f, "0.5")]
    [TestCase(0.0625f, "0.0625")]
    [TestCase(0.1f, "0.1")]
    [TestCase(0.99999994f, "0.99999994")]
    [TestCase(0.3333333f, "0.3333333")]
    public void A_probability_is_as_short_as_can_be(float number, string text) =>
        Assert.That(Written(number), Is.EqualTo(text));

    [TestCase(0f)]
    [TestCase(1f)]
    [TestCase(0.0624f)]
    [TestCase(-0.5f)]
    [TestCase(1e-9f)]
    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void What_it_does_not_write_is_left_to_the_platform(float number) => Assert.That(Written(number), Is.Empty);

    [Test]
    public void Whatever_it_writes_the_platform_writes_too()
    {
        int least = BitConverter.SingleToInt32Bits(1 / 16f);
        int most = BitConverter.SingleToInt32Bits(1);
        Arbitrary<float> numbers = Gen.Choose(least, most - 1).Select(BitConverter.Int32BitsToSingle).ToArbitrary();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(
                numbers,
                number =>
                {
                    string text = Written(number);
                    return text.Length == 0 || text == number.ToString(CultureInfo.InvariantCulture);
                }
            )
        );
    }

    private static string Written(float number)
    {
        Span<byte> text = stackalloc byte[ShortFraction.Longest];
        return Encoding.UTF8.GetString(text[..ShortFraction.Write(number, text)]);
    }
}
