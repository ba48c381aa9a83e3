using System.Globalization;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>Numbers inside formulas.</summary>
/// <param name="digits">How many significant digits they have.</param>
internal sealed class TraceNumbers(int digits)
{
    private readonly string format = string.Create(CultureInfo.InvariantCulture, $"G{digits}");

    internal string Of(double number)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }
        if (double.IsInfinity(number))
        {
            return number > 0 ? "∞" : "−∞";
        }
        string text = number.ToString(format, CultureInfo.InvariantCulture);
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent >= 0)
        {
            int power = int.Parse(text.AsSpan(exponent + 1), CultureInfo.InvariantCulture);
            text = string.Create(CultureInfo.InvariantCulture, $"{text[..exponent]}e{power}");
        }
        return text is "-0" ? "0" : text.Replace('-', '−');
    }

    /// <summary>In brackets where it has a sign: after an operator.</summary>
    internal string In(double number) => number < 0 ? $"({Of(number)})" : Of(number);

    /// <summary>A sum of addends, the first of which needs no brackets.</summary>
    internal string Sum(IEnumerable<double> addends) =>
        string.Join(" + ", addends.Select((addend, i) => i == 0 ? Of(addend) : In(addend)));
}
