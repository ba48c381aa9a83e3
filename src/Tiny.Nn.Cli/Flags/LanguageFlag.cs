using System.CommandLine;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Flags;

/// <summary>The flag of commands that explain something.</summary>
internal static class LanguageFlag
{
    internal static readonly Option<string?> Option = Flag.Choice<string>(
        "--lang",
        "The language of what is explained: en or ja. [en]",
        ["en", "ja"],
        name => name is "en" or "ja" ? name : null
    );

    /// <summary>The language that is asked for.</summary>
    internal static Language Read(ParseResult parsed) =>
        parsed.GetValue(Option) == "ja" ? Language.Japanese : Language.English;
}
