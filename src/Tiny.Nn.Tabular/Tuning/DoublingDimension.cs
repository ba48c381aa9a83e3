using System.Globalization;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>The recipe's count times 2^k, rounded down and 1 at least, with k an integer from −doublings to doublings.</summary>
internal sealed class DoublingDimension(Setting setting, int doublings) : Dimension(setting)
{
    public override string Kind => "integer";

    public override string Range =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"1/{1 << doublings} to {1 << doublings} times the recipe's, by powers of 2"
        );

    internal override string At(double u, Recipe origin)
    {
        int k = (int)(u * (2 * doublings + 1)) - doublings;
        double count = double.Parse(Setting.Write(origin)!, CultureInfo.InvariantCulture) * Math.ScaleB(1, k);
        return Math.Clamp(Math.Floor(count), 1, int.MaxValue).ToString(CultureInfo.InvariantCulture);
    }
}
