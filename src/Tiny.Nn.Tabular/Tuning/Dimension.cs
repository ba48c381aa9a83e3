using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>A setting that a search may choose, and the values that it chooses among.</summary>
public abstract class Dimension
{
    private protected Dimension(Setting setting) => Setting = setting;

    /// <summary>The name of the setting.</summary>
    public string Name => Setting.Name;

    /// <summary>How values are drawn: <c>choice</c>, <c>log-uniform</c> or <c>integer</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The values in words: all of them, or the bounds.</summary>
    public abstract string Range { get; }

    /// <summary>What has to hold for the setting to matter, in words; empty where it always does.</summary>
    public string Condition { get; internal init; } = "";

    /// <summary>Name, kind and range.</summary>
    public sealed override string ToString() => $"{Name}: {Kind}, {Range}";

    internal Setting Setting { get; }

    /// <summary>Whether the setting may be chosen for a recipe; it hangs on nothing that a search chooses.</summary>
    internal Predicate<Recipe> Suits { get; init; } = _ => true;

    /// <summary>The text of a value.</summary>
    /// <param name="u">Where it lies among all values: uniform in [0, 1).</param>
    /// <param name="origin">The recipe that the search began with.</param>
    internal abstract string At(double u, Recipe origin);

    /// <summary>The same without the values that do not go with a setting that is fixed.</summary>
    internal virtual Dimension Beside(Setting other) => this;
}
