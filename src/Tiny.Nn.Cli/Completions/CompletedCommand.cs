using System.CommandLine;

namespace Tiny.Nn.Cli.Completions;

/// <summary>A command as a shell completes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Flags">Its flags, those of all commands included.</param>
/// <param name="Commands">The commands under it.</param>
internal sealed record CompletedCommand(
    string Name,
    string Description,
    IReadOnlyList<CompletedFlag> Flags,
    IReadOnlyList<CompletedCommand> Commands
)
{
    /// <summary>All commands under a root.</summary>
    internal static IReadOnlyList<CompletedCommand> All(Command root) =>
        Under(root, [.. root.Options.Where(option => option.Recursive).Select(CompletedFlag.Create)]);

    private static CompletedCommand[] Under(Command parent, CompletedFlag[] shared) =>
        [
            .. parent
                .Subcommands.Where(command => !command.Hidden)
                .Select(command => new CompletedCommand(
                    command.Name,
                    command.Description ?? "",
                    [.. command.Options.Where(option => !option.Hidden).Select(CompletedFlag.Create), .. shared],
                    Under(command, shared)
                )),
        ];

    /// <summary>Every way to write a flag, with spaces between them.</summary>
    internal string Words => string.Join(' ', Flags.SelectMany(flag => flag.Names));
}
