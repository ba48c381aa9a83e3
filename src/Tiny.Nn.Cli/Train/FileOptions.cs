using System.CommandLine;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags that name the files of a training.</summary>
internal sealed class FileOptions
{
    /// <summary>Where the model goes.</summary>
    internal Option<string?> Output { get; } =
        new("--output", "-o") { Description = "Where the model goes. [the data's name with .tnn, in this directory]" };

    /// <summary>Where events go.</summary>
    internal Option<string?> LogFile { get; } =
        new("--log-file") { Description = "Add what happens to this file, as lines of JSON." };

    /// <summary>All files that are written besides a page, whose places are looked at before any work is done.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The data.</param>
    /// <param name="testFile">The file of test rows; null where there is none.</param>
    /// <param name="page">Where a page goes, which is another's to write; null where there is none.</param>
    /// <exception cref="UsageException">A file would replace another of the same run.</exception>
    internal TrainingFiles Prepare(ParseResult parsed, string source, string? testFile, string? page)
    {
        string model = Model(parsed, source);
        string[] inputs = testFile is null ? [source] : [source, testFile];
        OutputFile.RequireDistinct(
            (Output.Name, model),
            ("--report", page),
            (RunOptions.SaveConfig.Name, parsed.GetValue(RunOptions.SaveConfig)),
            (LogFile.Name, parsed.GetValue(LogFile))
        );
        OutputFile file = OutputFile.Prepare(model, parsed.GetValue(SharedOptions.Force), inputs);
        OutputFile? settings = ResolvedSettings.Prepare(parsed, [.. inputs, model]);
        RunLog? log = parsed.GetValue(LogFile) is { } path ? RunLog.Open(path, source, file.Path) : null;
        return new TrainingFiles(file, settings, log);
    }

    /// <summary>The files of a run that writes nothing.</summary>
    internal TrainingFiles Unwritten(ParseResult parsed, string source) =>
        new(OutputFile.Unwritten(Model(parsed, source)), null, null);

    private string Model(ParseResult parsed, string source) =>
        parsed.GetValue(Output)
        ?? (source == StandardInput.Path ? "model" : Path.GetFileNameWithoutExtension(source)) + ".tnn";
}
