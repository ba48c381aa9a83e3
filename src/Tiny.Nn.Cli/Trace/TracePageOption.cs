using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Handouts;

namespace Tiny.Nn.Cli.Trace;

/// <summary>The flag for a page that shows a step.</summary>
internal sealed class TracePageOption
{
    private readonly Option<string?> path = new("--html")
    {
        Description = "Write the step to this file, as a page for a browser in which weights can be picked.",
    };

    private readonly Option<bool> handout = new("--handout")
    {
        Description = "Lay the page out for paper: each formula once, and a table with a row for each sample.",
    };
    private readonly Option<bool> blank = new("--blank")
    {
        Description = "Leave out what is to be calculated, with room to work: a handout to fill in.",
    };

    internal IEnumerable<Option> All => [path, handout, blank];

    /// <summary>The page, whose place is looked at before any work is done; null where none is wanted.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">What this run reads.</param>
    /// <exception cref="UsageException">It is one of the inputs, or no file.</exception>
    internal TraceFile? Prepare(ParseResult parsed, IReadOnlyList<string> inputs)
    {
        Given.RequireBeside(parsed, blank, handout);
        Given.RequireBeside(parsed, handout, path);
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
        OutputFile file = OutputFile.Prepare(page, parsed.GetValue(SharedOptions.Force));
        string command = ReportOption.Repeat(parsed);
        bool isBlank = parsed.GetValue(blank);
        return parsed.GetValue(handout)
            ? new TraceFile(file, (step, _, stream) => new HandoutPage(step, isBlank).Write(command, stream))
            : new TraceFile(file, (step, picked, stream) => TracePage.Write(step, picked, command, stream));
    }
}
