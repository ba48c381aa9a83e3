using System.CommandLine;

namespace Tiny.Nn.Cli.Shell;

/// <summary>The flags that several commands have.</summary>
internal static class SharedOptions
{
    internal static readonly Option<bool> Json = new("--json")
    {
        Description = "One JSON document on stdout instead of tables.",
    };

    internal static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "No progress and no notes on stderr, only errors.",
    };

    internal static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "No colour, even on a terminal; so do NO_COLOR and TERM=dumb.",
    };

    internal static readonly Option<bool> Debug = new("--debug") { Description = "A stack trace below an error." };

    internal static readonly Option<bool> Force = new("--force")
    {
        Description = "Replace the output file if it is there.",
    };

    internal static bool WantsTrace(ParseResult parsed) => parsed.GetResult(Debug) is { Implicit: false };
}
