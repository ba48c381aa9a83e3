using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Cli.Settings;

/// <summary>Flags that say of one thing what becomes of it, each otherwise: each takes back the others.</summary>
internal static class Contradictions
{
    private const string Folds = "--cv";
    private const string Repeats = "--repeats";
    private static readonly string Share = $"--{RowSettings.Test.Name}";

    private static readonly (string Flag, string Reason, string[] Others)[] All =
    [
        ("--split-column", "the column says which rows test.", [Share, "--test-file", "--group", "--time", Folds]),
        ("--test-file", "the file's rows test.", [Share, "--group", "--time", Folds]),
        ("--diagnose", "it looks at every epoch, also at those before an interruption.", ["--checkpoint", "--resume"]),
        ("--time", "the last rows test.", ["--group", Folds]),
        (Folds, "with folds every row tests once.", [Share]),
        .. SettingTable
            .All.Where(setting => setting.Rival is not null)
            .Select(setting =>
                ($"--{setting.Name}", "one takes the place of the other.", (string[])[$"--{setting.Rival}"])
            ),
    ];

    /// <summary>Refuses those that are given together, before anything is read.</summary>
    /// <exception cref="UsageException">There are such flags.</exception>
    internal static void Refuse(ParseResult parsed)
    {
        bool isGiven(string flag) =>
            parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == flag) is { } option
            && Given.Has(parsed, option);
        foreach ((string flag, string reason, string[] others) in All)
        {
            if (isGiven(flag) && Array.Find(others, isGiven) is { } other)
            {
                throw Given.Contradiction(flag, other, reason);
            }
        }
    }

    /// <summary>True where two flags cannot stand together: a setting gives way to a flag that was typed.</summary>
    internal static bool AreBetween(string flag, string other)
    {
        (string one, string two) = (Own(flag), Own(other));
        return Array.Exists(
            All,
            rule => (rule.Flag == one && rule.Others.Contains(two)) || (rule.Flag == two && rule.Others.Contains(one))
        );
    }

    /// <summary>True for a setting of an optimizer, say, that is not the one that a stronger flag names.</summary>
    /// <param name="flag">The setting's flag.</param>
    /// <param name="value">Its value.</param>
    /// <param name="stronger">The flags that go before it, with their values.</param>
    internal static bool IsForeign(string flag, string value, IReadOnlyDictionary<string, string> stronger) =>
        UnfitSettings.Has(flag, value, stronger)
        || (
            SettingTable.Find(flag[2..])?.Owner is { } owner
            && stronger.TryGetValue($"--{owner.Setting.Name}", out string? named)
            && !owner.Suits(named)
        );

    /// <summary>True for a flag in whose presence no share of the rows tests.</summary>
    internal static bool ReplacesShare(string flag) => AreBetween(flag, Share);

    /// <summary>Repeats are said of folds, and go with them.</summary>
    private static string Own(string flag) => flag == Repeats ? Folds : flag;
}
