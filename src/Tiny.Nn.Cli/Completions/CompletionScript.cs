namespace Tiny.Nn.Cli.Completions;

/// <summary>What a shell has to be told, once, to complete commands and flags; where neither is wanted it completes files.</summary>
/// <param name="shell">The name of the shell.</param>
internal abstract class CompletionScript(string shell)
{
    internal static IReadOnlyList<CompletionScript> All { get; } =
    [new BashCompletions(), new ZshCompletions(), new FishCompletions(), new PowerShellCompletions()];

    internal string Shell => shell;

    internal abstract void Write(TextWriter output, IReadOnlyList<CompletedCommand> commands);
}
