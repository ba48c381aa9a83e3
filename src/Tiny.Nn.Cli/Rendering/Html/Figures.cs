using System.Globalization;
using Tiny.Nn.Metrics;

namespace Tiny.Nn.Cli.Rendering.Html;

/// <summary>Numbers as a page writes them.</summary>
internal static class Figures
{
    /// <summary>What stands where a number is undefined.</summary>
    internal const string None = "–";

    internal static string Of(double? number) =>
        number is { } value && double.IsFinite(value)
            ? value.ToString(Math.Abs(value) >= 1000 ? "0.#" : "0.0000", CultureInfo.InvariantCulture)
            : None;

    internal static string Of(Interval? interval) =>
        interval is { IsKnown: true } known ? $"{Of(known.Lower)} to {Of(known.Upper)}" : None;

    internal static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
