using System.Globalization;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>x = low·(high/low)^u in three digits: each power of ten is as likely as the next.</summary>
internal sealed class LogUniformDimension(Setting setting, double low, double high) : Dimension(setting)
{
    public override string Kind => "log-uniform";

    public override string Range => string.Create(CultureInfo.InvariantCulture, $"{low} to {high}");

    internal override string At(double u, Recipe origin) => Write(Between(low, high, u));

    /// <summary>low·(high/low)^u.</summary>
    internal static double Between(double low, double high, double u) =>
        low * Elementary.Scalar(u * Elementary.Scalar(high / low, Elementary.Log), Elementary.Exp);

    internal static string Write(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
