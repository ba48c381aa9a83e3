using System.Globalization;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Teaching.Drawing;

/// <summary>Numbers of a report as texts: as many digits as can be read, a dash where there is no number.</summary>
internal static class Figures
{
    private const string Undefined = "–";
    private const int Digits = 5;
    private const int MostDecimals = 4;

    /// <summary>How the measures of a report are written: those of classes are about 1 and need no small digits, errors of numbers have a unit.</summary>
    internal static Func<double, string> Of(Report report) => report is ClassReport ? Score : Number;

    /// <summary>What lies about from 0 to 1.</summary>
    internal static string Score(double number) =>
        double.IsFinite(number) ? number.ToString($"F{MostDecimals}", CultureInfo.InvariantCulture) : Undefined;

    internal static string Number(double number)
    {
        double size = Math.Abs(number);
        if (!double.IsFinite(number))
        {
            return Undefined;
        }
        if (size is >= 1e9 or (> 0 and < 1e-3))
        {
            return number.ToString("G4", CultureInfo.InvariantCulture);
        }

        // Four decimals for what is about 1, fewer for what is larger.
        int before = size < 1 ? 1 : (int)Math.Log10(size) + 1;
        int decimals = Math.Clamp(Digits + 1 - before, 0, MostDecimals);
        return number.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    internal static string Interval(Interval? interval, Func<double, string> write) =>
        interval is { IsKnown: true } known ? $"{write(known.Lower)} to {write(known.Upper)}" : "";

    internal static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
