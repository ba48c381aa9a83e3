using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Cli.Settings;

/// <summary>Values of settings that do not go with a value of another one: a file's gives way where the other was typed.</summary>
internal static class UnfitSettings
{
    private const string Optimizer = "--optimizer";

    private static readonly (string Flag, Predicate<string> Value, string Other, Predicate<string> OtherValue)[] All =
    [
        ("--l2", value => value == SquarePenaltyText.Chosen, Optimizer, OptimizerSettings.StepsOnly.Suits),
        ("--l2", value => value == SquarePenaltyText.Chosen, "--hidden", units => units != "none"),
        ("--l1", cost => cost != "0", Optimizer, name => !OptimizerSettings.StepsOnly.Suits(name)),
        ("--dropout", share => share != "0", Optimizer, name => !OptimizerSettings.StepsOnly.Suits(name)),
        ("--normalization", kind => kind == "batch", Optimizer, name => !OptimizerSettings.StepsOnly.Suits(name)),
    ];

    /// <summary>True where a value does not go with one of the stronger flags.</summary>
    /// <param name="flag">The setting's flag.</param>
    /// <param name="value">Its value.</param>
    /// <param name="stronger">The flags that go before it, with their values.</param>
    internal static bool Has(string flag, string value, IReadOnlyDictionary<string, string> stronger) =>
        Array.Exists(
            All,
            rule =>
                rule.Flag == flag
                && rule.Value(value)
                && stronger.TryGetValue(rule.Other, out string? other)
                && rule.OtherValue(other)
        );
}
