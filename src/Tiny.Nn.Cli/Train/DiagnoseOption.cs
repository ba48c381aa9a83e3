using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flag that asks what went wrong in a training.</summary>
internal sealed class DiagnoseOption
{
    private readonly Option<bool> diagnose = new("--diagnose")
    {
        Description =
            "Say what is wrong with the training, by which numbers, and what to try; the model stays the same.",
    };

    /// <summary>It looks into one network.</summary>
    internal Option Flag => diagnose;

    internal IEnumerable<Option> All => [diagnose, LanguageFlag.Option];

    /// <summary>Who watches; null where nobody is asked.</summary>
    /// <exception cref="UsageException">A language is given, and nothing that is said in it.</exception>
    internal Diagnostician? Read(ParseResult parsed)
    {
        if (parsed.GetValue(diagnose))
        {
            return new Diagnostician(LanguageFlag.Read(parsed));
        }
        return Given.Has(parsed, LanguageFlag.Option)
            ? throw new UsageException(
                "--lang is the language of what is explained, and nothing is to be.",
                LanguageFlag.Option.Name,
                "Give --diagnose as well, or leave it out."
            )
            : null;
    }
}
