using System.CommandLine;

namespace Tiny.Nn.Cli.Commands;

/// <summary>A flag that does not stand on the command line.</summary>
/// <param name="Option">The flag.</param>
/// <param name="Value">Its value as a command line would have it.</param>
/// <param name="Where">Where it stands instead.</param>
internal sealed record Preset(Option Option, string Value, string Where)
{
    /// <summary>It as one argument: so its value may begin with a hyphen.</summary>
    internal string Argument => $"{Option.Name}={Value}";
}
