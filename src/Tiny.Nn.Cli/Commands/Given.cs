using System.CommandLine;

namespace Tiny.Nn.Cli.Commands;

/// <summary>Which flags stand on a command line.</summary>
internal static class Given
{
    /// <summary>True where somebody has written the flag.</summary>
    internal static bool Has(ParseResult parsed, Option flag) => parsed.GetResult(flag) is { Implicit: false };
}
