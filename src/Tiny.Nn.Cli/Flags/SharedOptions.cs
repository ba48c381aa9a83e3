using System.CommandLine;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Flags;

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

    internal static readonly Option<string?> Language = Flag.Choice<string>(
        "--lang",
        "The language of what is explained: en or ja. [en]",
        ["en", "ja"],
        name => name is "en" or "ja" ? name : null
    );

    /// <summary>The language that is asked for.</summary>
    internal static Language ReadLanguage(ParseResult parsed) =>
        parsed.GetValue(Language) == "ja" ? Teaching.Drawing.Language.Japanese : Teaching.Drawing.Language.English;

    internal static bool WantsTrace(ParseResult parsed) => parsed.GetResult(Debug) is { Implicit: false };
}
