using System.Globalization;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Teaching.Drawing.Html;

/// <summary>Numbers as a page writes them.</summary>
internal static class PageNumbers
{
    /// <summary>What stands where a number is undefined.</summary>
    internal const string None = "–";

    /// <summary>With as many decimals as anybody reads; a number that rounds to nothing has no sign.</summary>
    internal static string Of(double? number)
    {
        if (number is not { } value || !double.IsFinite(value))
        {
            return None;
        }
        string format = Math.Abs(value) switch
        {
            >= 1e9 => "G6",
            >= 100 => "0.00",
            _ => "0.0000;-0.0000;0.0000",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static string Of(Interval? interval) =>
        interval is { IsKnown: true } known ? $"{Of(known.Lower)} to {Of(known.Upper)}" : None;

    internal static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
