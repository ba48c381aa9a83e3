using System.CommandLine;

namespace Tiny.Nn.Cli.Flags;

/// <summary>A flag that does not stand on the command line.</summary>
/// <param name="Option">The flag.</param>
/// <param name="Value">Its value as a command line would have it.</param>
/// <param name="Where">Where it stands instead.</param>
internal sealed record Preset(Option Option, string Value, string Where)
{
    /// <summary>What should be known about it; null for nothing.</summary>
    internal string? Note { get; init; }

    /// <summary>It as one argument, so that its value may begin with a hyphen; but the parser sees no empty value in that.</summary>
    internal IEnumerable<string> Arguments => Value.Length == 0 ? [Option.Name, Value] : [$"{Option.Name}={Value}"];
}
