using System.CommandLine;

namespace Tiny.Nn.Cli.Completions;

/// <summary>A flag as a shell completes it.</summary>
/// <param name="Names">Its name, and its short ones.</param>
/// <param name="Description">What it does, without what holds where it is not given.</param>
/// <param name="TakesValue">Whether a value follows.</param>
internal sealed record CompletedFlag(IReadOnlyList<string> Names, string Description, bool TakesValue)
{
    internal static CompletedFlag Create(Option option)
    {
        IEnumerable<string> names = option.Aliases.Prepend(option.Name).Distinct();
        string description = (option.Description ?? "").Split(" [")[0];
        return new CompletedFlag(
            [.. names.Where(name => name.StartsWith('-') && name != "-?")],
            description,
            option.Arity.MinimumNumberOfValues > 0
        );
    }
}
