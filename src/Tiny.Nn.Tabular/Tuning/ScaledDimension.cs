using System.Globalization;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>The recipe's number times x = f^(2u − 1): up to f times smaller or larger, each power as likely as the next.</summary>
internal sealed class ScaledDimension(Setting setting, double factor) : Dimension(setting)
{
    public override string Kind => "log-uniform";

    public override string Range =>
        string.Create(CultureInfo.InvariantCulture, $"{1 / factor} to {factor} times the recipe's");

    internal override string At(double u, Recipe origin) =>
        LogUniformDimension.Write(
            double.Parse(Setting.Write(origin)!, CultureInfo.InvariantCulture)
                * LogUniformDimension.Between(1 / factor, factor, u)
        );
}
