using System.Globalization;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tests.Tables.Cells;

public sealed class WrittenNumberTests
{
    [TestCase("45%", 45, 45, "%")]
    [TestCase("12.5 %", 12.5, null, "%")]
    [TestCase("$12.50", 12.5, null, "$")]
    [TestCase("-$12.50", -12.5, null, "$")]
    [TestCase("$-12.50", -12.5, null, "$")]
    [TestCase("($1,234.50)", -1234.5, null, "$")]
    [TestCase("$(3.50)", -3.5, null, "$")]
    [TestCase("US$ 7", 7, 7, "US$")]
    [TestCase("EUR 3,50", null, 3.5, "EUR")]
    [TestCase("€ 3,50", null, 3.5, "€")]
    [TestCase("3,50 €", null, 3.5, "€")]
    [TestCase("¥6,200", 6200, null, "¥")]
    [TestCase("￥６，２００", 6200, null, "¥")]
    [TestCase("Rs. 500", 500, 500, "Rs.")]
    [TestCase("40 kg", 40, 40, "kg")]
    [TestCase("40kg", 40, 40, "kg")]
    [TestCase("1 234 m²", 1234, 1234, "m²")]
    [TestCase("7 m2", 7, 7, "m2")]
    [TestCase("120 km/h", 120, 120, "km/h")]
    [TestCase("-3.5°C", -3.5, null, "°C")]
    [TestCase("300円", 300, 300, "円")]
    [TestCase("(3.50)", -3.5, null, "")]
    [TestCase("−5", -5, -5, "")]
    [TestCase("１２", 12, 12, "")]
    [TestCase("1 234", 1234, 1234, "")]
    [TestCase("1\u00A0234\u00A0567", 1234567, 1234567, "")]
    [TestCase("1\u2009234,5", null, 1234.5, "")]
    [TestCase("1\u202F234.5", 1234.5, null, "")]
    [TestCase("1'234", 1234, 1234, "")]
    [TestCase("1’234.50", 1234.5, null, "")]
    [TestCase("1_000_000", 1000000, 1000000, "")]
    [TestCase("1.234,56", null, 1234.56, "")]
    [TestCase("1,234.56", 1234.56, null, "")]
    [TestCase("1,029", 1029, 1.029, "")]
    [TestCase("1.029", 1.029, 1029, "")]
    [TestCase("0,123", null, 0.123, "")]
    [TestCase("1234,567", null, 1234.567, "")]
    [TestCase("1,234,567", 1234567, null, "")]
    [TestCase("1.234.567", null, 1234567, "")]
    [TestCase("12,34,567", 1234567, null, "")]
    [TestCase("+5", 5, 5, "")]
    [TestCase("'12", 12, 12, "")]
    [TestCase("1.5e3 kg", 1500, null, "kg")]
    [TestCase("$.50", 0.5, null, "$")]
    public void A_number_has_a_reading_for_each_decimal_mark(string text, double? point, double? comma, string unit)
    {
        WrittenNumber number = WrittenNumber.Read(text)!;
        Assert.That((number.WithPoint?.Value, number.WithComma?.Value, number.Unit), Is.EqualTo((point, comma, unit)));
    }

    [TestCase("")]
    [TestCase("kg")]
    [TestCase("<0.1")]
    [TestCase("10-20")]
    [TestCase("1/2")]
    [TestCase("1 23")]
    [TestCase("12 34 56")]
    [TestCase("1,23,4")]
    [TestCase("1.2.3")]
    [TestCase("192.168.1.10")]
    [TestCase("555-1234")]
    [TestCase("A17")]
    [TestCase("Room 5")]
    [TestCase("Q1")]
    [TestCase("١٢")]
    [TestCase("10²")]
    [TestCase("½")]
    [TestCase("08:07")]
    [TestCase("-(3)")]
    [TestCase("5-")]
    [TestCase("(5")]
    [TestCase("$5 kg")]
    [TestCase("6'2\"")]
    [TestCase("12 of 20")]
    public void Other_texts_are_no_numbers(string text) => Assert.That(WrittenNumber.Read(text), Is.Null);

    [TestCase("<0.1", true)]
    [TestCase("> 1,000", true)]
    [TestCase("≥5 mg", true)]
    [TestCase("~3", true)]
    [TestCase("=5", false)]
    [TestCase("<NA>", false)]
    [TestCase("5", false)]
    public void A_bound_is_no_number(string text, bool isBound) =>
        Assert.That(WrittenNumber.IsBound(text), Is.EqualTo(isBound));

    [TestCase("1A", false)]
    [TestCase("2nd", false)]
    [TestCase("4WD", false)]
    [TestCase("4 WD", true)]
    [TestCase("40kg", true)]
    [TestCase("$4", true)]
    public void Letters_right_behind_a_number_may_be_no_unit(string text, bool isSure) =>
        Assert.That(WrittenNumber.Read(text)!.IsSure, Is.EqualTo(isSure));

    /// <summary>What people of many countries write is read as what they meant, with the decimal mark of theirs.</summary>
    [TestCase(".", ",", "$", 0, 0)]
    [TestCase(".", ",", "£", 0, 1)]
    [TestCase(".", ",", "US$", 2, 14)]
    [TestCase(",", ".", "€", 3, 8)]
    [TestCase(",", "\u00A0", "€", 3, 8)]
    [TestCase(",", "\u202F", "zł", 3, 8)]
    [TestCase(",", " ", "kr", 3, 8)]
    [TestCase(".", "’", "CHF", 2, 12)]
    [TestCase(",", ".", "R$", 2, 9)]
    [TestCase(",", ".", "Rp", 3, 8)]
    [TestCase(".", "'", "元", 3, 8)]
    [TestCase(".", "_", "฿", 0, 1)]
    public void What_a_culture_writes_is_read_again(
        string point,
        string group,
        string money,
        int positive,
        int negative
    )
    {
        NumberFormatInfo format = new()
        {
            NumberDecimalSeparator = point,
            NumberGroupSeparator = group,
            CurrencyDecimalSeparator = point,
            CurrencyGroupSeparator = group,
            CurrencySymbol = money,
            CurrencyPositivePattern = positive,
            CurrencyNegativePattern = negative,
        };
        Random random = new(7);
        for (int i = 0; i < 500; i++)
        {
            double value = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(1, 9)), 2);
            foreach (string letters in (string[])["N2", "F2", "C2", "N0"])
            {
                string text = value.ToString(letters, format);
                WrittenNumber? number = WrittenNumber.Read(text);
                double? read = (point == "," ? number?.WithComma : number?.WithPoint)?.Value;
                Assert.That(read, Is.EqualTo(letters == "N0" ? double.Round(value) : value).Within(0), text);
            }
        }
    }

    /// <summary>Plain numbers are what the parser of plain numbers makes of them.</summary>
    [Test]
    public void A_plain_number_is_itself()
    {
        Random random = new(3);
        for (int i = 0; i < 2000; i++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 20));
            string text = value.ToString("R", CultureInfo.InvariantCulture);
            Assert.That(WrittenNumber.Read(text)!.WithPoint!.Value.Value, Is.EqualTo(value), text);
            string comma = text.Replace('.', ',');
            Assert.That(WrittenNumber.Read($"{comma} kg")!.WithComma!.Value.Value, Is.EqualTo(value), comma);
        }
    }
}
