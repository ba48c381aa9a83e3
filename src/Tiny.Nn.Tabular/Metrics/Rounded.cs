using System.Globalization;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Numbers as people read them, in the invariant culture.</summary>
internal static class Rounded
{
    /// <summary>Up to four decimals; the first digits where those would be 0 and the number is not, or digits without end stood before them.</summary>
    internal static string Text(double value) => Write(value, "0.####");

    /// <summary>Four decimals, under the same exceptions.</summary>
    internal static string Fixed(double value) => Write(value, "0.0000");

    private static string Write(double value, string format) =>
        value.ToString(
            Math.Abs(value) switch
            {
                0 => format,
                < 0.00005 => "G3",
                >= 1e9 => "G6",
                _ => format,
            },
            CultureInfo.InvariantCulture
        );
}
