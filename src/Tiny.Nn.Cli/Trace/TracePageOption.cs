using System.CommandLine;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Trace;

/// <summary>The flag for a page that shows a step.</summary>
internal sealed class TracePageOption
{
    private readonly Option<string?> path = new("--html")
    {
        Description = "Write the step to this file, as a page for a browser in which weights can be picked.",
    };

    internal Option Flag => path;

    /// <summary>The page, whose place is looked at before any work is done; null where none is wanted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">What this run reads.</param>
    /// <exception cref="UsageException">It is one of the inputs, or no file.</exception>
    internal TraceFile? Prepare(ParseResult parsed, IReadOnlyList<string> inputs)
    {
        if (parsed.GetValue(path) is not { } page)
        {
            return null;
        }
        if (page == StandardInput.Path)
        {
            throw new UsageException("A page does not go to stdout.", $"{path.Name} -", "Name a file: step.html.");
        }
        if (inputs.FirstOrDefault(input => input != StandardInput.Path && RealPath.AreSame(page, input)) is { } input)
        {
            throw new UsageException(
                $"The page would replace {input}, which this run reads.",
                $"{path.Name} {page}",
                "Name another file: step.html."
            );
        }
        return new TraceFile(
            OutputFile.Prepare(page, parsed.GetValue(SharedOptions.Force)),
            ReportOption.Repeat(parsed)
        );
    }
}
