using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Shell;

/// <summary>What the library recommends, in the words of the command: its options are flags here.</summary>
internal static class AdviceWords
{
    /// <summary>The flag for an option.</summary>
    internal static string Flag(Remedy remedy)
    {
        string flag = remedy.Kind switch
        {
            RemedyKind.NoHeader => "--no-header",
            RemedyKind.Encoding => "--encoding",
            RemedyKind.ShortRows => "--short-rows",
            RemedyKind.DecimalComma => "--decimal-comma",
            RemedyKind.Thousands => "--thousands",
            RemedyKind.DateFormat => "--date-format",
            RemedyKind.Missing => "--missing",
            RemedyKind.OnlyMissing => "--missing-only",
            RemedyKind.Ignore => "--ignore",
            RemedyKind.Ids => "--id",
            RemedyKind.Dates => "--date",
            RemedyKind.Texts => "--text",
            RemedyKind.Numeric => "--numeric",
            RemedyKind.Categorical => "--categorical",
            RemedyKind.Classification => "--task classification",
            RemedyKind.Validation => "--validation",
            RemedyKind.Regression => "--task regression",
            _ => throw new ArgumentException($"There is no flag for {remedy.Kind}."),
        };
        return remedy.Names is [] ? flag : $"{flag} {ShellQuote.Quoted(NameList.Write(remedy.Names))}";
    }

    /// <summary>What was seen, and what may be done about it.</summary>
    internal static string Evidence(Finding finding) =>
        finding.Remedy is { } remedy ? $"{finding.Evidence}; {remedy.Word(Flag)}" : finding.Evidence;
}
