using System.CommandLine;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Flags;

/// <summary>Flags that say of the same rows what becomes of them: each takes back the others.</summary>
internal static class Contradictions
{
    private const string Folds = "--cv";
    private const string Repeats = "--repeats";
    private const string Share = "--test";

    private static readonly (string Flag, string Reason, string[] Others)[] All =
    [
        ("--split-column", "the column says which rows test.", [Share, "--test-file", "--group", "--time", Folds]),
        ("--test-file", "the file's rows test.", [Share, "--group", "--time", Folds]),
        ("--time", "the last rows test.", ["--group", Folds]),
        (Folds, "with folds every row tests once.", [Share]),
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

    /// <summary>True for a flag in whose presence no share of the rows tests.</summary>
    internal static bool ReplacesShare(string flag) => AreBetween(flag, Share);

    /// <summary>Repeats are said of folds, and go with them.</summary>
    private static string Own(string flag) => flag == Repeats ? Folds : flag;
}
