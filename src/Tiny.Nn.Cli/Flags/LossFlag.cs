using System.CommandLine;
using Tiny.Nn.Losses;

namespace Tiny.Nn.Cli.Flags;

/// <summary>The flag that names a loss.</summary>
internal static class LossFlag
{
    /// <param name="description">What it does.</param>
    /// <param name="losses">Those that make sense for the command.</param>
    internal static Option<Loss?> Create(string description, IReadOnlyList<Loss> losses) =>
        Flag.Choice(
            "--loss",
            description,
            [.. losses.Select(loss => loss.Name)],
            name => losses.FirstOrDefault(loss => loss.Name == name)
        );

    internal static string List(IEnumerable<Loss> losses) => string.Join(", ", losses.Select(loss => loss.Name));
}
