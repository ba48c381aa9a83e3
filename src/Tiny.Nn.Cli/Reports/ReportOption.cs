using System.CommandLine;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The flag for a page that shows a report.</summary>
internal sealed class ReportOption
{
    private readonly Option<string?> path = new("--report")
    {
        Description = $"Write the report to this file too, {ReportFormat.Choice}.",
    };

    internal Option<string?> Flag => path;

    /// <summary>Where the page goes; null where none is wanted.</summary>
    internal string? Path(ParseResult parsed) => parsed.GetValue(path);

    /// <summary>The page, whose place is looked at before any work is done; null where none is wanted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="others">What this run reads or writes beside it.</param>
    /// <exception cref="UsageException">It is one of the others, or no file.</exception>
    internal ReportFile? Prepare(ParseResult parsed, params IEnumerable<string> others)
    {
        if (parsed.GetValue(path) is not { } page)
        {
            return null;
        }
        if (page == StandardInput.Path)
        {
            throw new UsageException(
                "A page does not go to stdout: tables do.",
                "--report -",
                "Name a file: report.html."
            );
        }
        foreach (string other in others)
        {
            if (other != StandardInput.Path && RealPath.AreSame(page, other))
            {
                throw new UsageException(
                    $"The report would replace {other}, which this run reads or writes.",
                    $"--report {page}",
                    "Name another file: report.html."
                );
            }
        }
        return new ReportFile(OutputFile.Prepare(page, parsed.GetValue(SharedOptions.Force)), Repeat(parsed));
    }

    /// <summary>The command line once more; since its files are there by then, it says that they may be replaced.</summary>
    internal static string Repeat(ParseResult parsed)
    {
        IEnumerable<string> words = parsed.Tokens.Select(token => token.Value);
        string force = parsed.GetValue(SharedOptions.Force) ? "" : $" {SharedOptions.Force.Name}";
        return $"tinynn {string.Join(' ', words.Select(ShellQuote.Argument))}{force}";
    }
}
