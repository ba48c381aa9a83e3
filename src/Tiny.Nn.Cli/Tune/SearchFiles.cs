using System.CommandLine;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Cli.Tune;

/// <summary>The flags that name the files of a search.</summary>
internal sealed class SearchFiles
{
    internal const string Resume = "--resume";

    private readonly Option<string?> winner = new("--output", "-o")
    {
        Description =
            "Where the winner's settings go, for train --config. [the data's name with .tuned.json, in this directory]",
    };
    private readonly Option<string?> trials = new("--trials-file")
    {
        Description =
            "Where the trials go, after each fold, for --resume. [the data's name with .trials.json, in this directory]",
    };
    private readonly Option<string?> resume = new(Resume)
    {
        Description = "Go on where the trials of this file stop, and keep them there.",
    };

    internal IEnumerable<Option> All => [winner, trials, resume];

    internal string Winner(ParseResult parsed, string source) =>
        parsed.GetValue(winner) ?? $"{Stem(source)}.tuned.json";

    internal string Trials(ParseResult parsed, string source) =>
        parsed.GetValue(trials) ?? parsed.GetValue(resume) ?? $"{Stem(source)}.trials.json";

    /// <summary>The trials to go on with; null where none are named.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds something else.</exception>
    /// <param name="parsed">The command line.</param>
    /// <param name="ranks">The processes of the search: the first reads the file, which it writes anew meanwhile.</param>
    /// <param name="inputs">What else is read.</param>
    internal KnownTrials? ReadKnown(ParseResult parsed, IRanks ranks, IEnumerable<string> inputs)
    {
        if (parsed.GetValue(resume) is not { } path)
        {
            return null;
        }
        Data.DataSource.RequireOneStdin([.. inputs, path]);
        return KnownTrials.Read(path, ranks);
    }

    /// <summary>The file of the winner's settings, whose place is looked at before any work is done.</summary>
    /// <exception cref="UsageException">It would replace another file of the same run.</exception>
    internal OutputFile PrepareWinner(ParseResult parsed, string source, string? testFile)
    {
        OutputFile.RequireApart((winner.Name, Winner(parsed, source)), (trials.Name, Trials(parsed, source)));
        return OutputFile.Prepare(
            Winner(parsed, source),
            parsed.GetValue(SharedOptions.Force),
            Inputs(source, testFile)
        );
    }

    /// <summary>The file of the trials. The one that is gone on with is replaced: it holds more from then on.</summary>
    internal OutputFile PrepareTrials(ParseResult parsed, string source, string? testFile)
    {
        string path = Trials(parsed, source);
        bool isKnown = parsed.GetValue(resume) is { } known && RealPath.AreSame(known, path);
        return OutputFile.Prepare(path, isKnown || parsed.GetValue(SharedOptions.Force), Inputs(source, testFile));
    }

    private static string[] Inputs(string source, string? testFile) => testFile is null ? [source] : [source, testFile];

    private static string Stem(string source) =>
        source == StandardInput.Path ? "stdin" : Path.GetFileNameWithoutExtension(source);
}
