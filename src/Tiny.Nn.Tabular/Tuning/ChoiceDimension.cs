using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>One of some values, all equally likely.</summary>
internal sealed class ChoiceDimension(Setting setting, params IReadOnlyList<string> values) : Dimension(setting)
{
    public override string Kind => "choice";

    public override string Range => string.Join(" | ", values);

    internal override string At(double u, Recipe origin) => values[(int)(u * values.Count)];

    internal override Dimension Beside(Setting other) =>
        other.Owner is { } owner && owner.Setting == Setting
            ? new ChoiceDimension(Setting, [.. values.Where(owner.Suits)]) { Condition = Condition, Suits = Suits }
            : this;
}
