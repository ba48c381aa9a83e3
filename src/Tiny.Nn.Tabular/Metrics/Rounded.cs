using System.Globalization;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Numbers as people read them, in the invariant culture.</summary>
internal static class Rounded
{
    /// <summary>Up to four decimals; three digits where those would be 0 and the number is not.</summary>
    internal static string Text(double value) =>
        value != 0 && Math.Abs(value) < 0.00005
            ? value.ToString("G3", CultureInfo.InvariantCulture)
            : value.ToString("0.####", CultureInfo.InvariantCulture);
}
