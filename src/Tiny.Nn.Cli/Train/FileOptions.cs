using System.CommandLine;
using Tiny.Nn.Cli.Checkpoints;
using Tiny.Nn.Cli.Reports;
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

    /// <summary>Where the report goes, beside stdout.</summary>
    internal ReportOption Report { get; } = new();

    /// <summary>All files that are written, whose places are looked at before any work is done.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The data.</param>
    /// <param name="testFile">The file of test rows; null where there is none.</param>
    /// <param name="checkpoints">The flags of a checkpoint.</param>
    /// <exception cref="UsageException">A file would replace another of the same run.</exception>
    internal TrainingFiles Prepare(ParseResult parsed, string source, string? testFile, CheckpointOptions checkpoints)
    {
        string model = Model(parsed, source);
        string[] inputs = testFile is null ? [source] : [source, testFile];
        string? logFile = parsed.GetValue(LogFile);
        OutputFile.RequireApart(
            (Output.Name, model),
            (Report.Flag.Name, Report.Path(parsed)),
            (RunOptions.SaveConfig.Name, parsed.GetValue(RunOptions.SaveConfig)),
            (LogFile.Name, logFile),
            checkpoints.Place(parsed)
        );
        OutputFile file = OutputFile.Prepare(model, parsed.GetValue(SharedOptions.Force), inputs);
        OutputFile? settings = ResolvedSettings.Prepare(parsed, [.. inputs, model]);
        ReportFile? page = Report.Prepare(parsed, [.. inputs, model]);
        WantedCheckpoint? checkpoint = checkpoints.Prepare(parsed, inputs);
        RunLog? log = logFile is null ? null : RunLog.Open(logFile, inputs);
        return new TrainingFiles(file, settings, page, log) { Checkpoint = checkpoint };
    }

    /// <summary>The files of a run that writes nothing.</summary>
    internal TrainingFiles Unwritten(ParseResult parsed, string source) =>
        new(OutputFile.Unwritten(Model(parsed, source)), null, Report.Prepare(parsed, source), null);

    private string Model(ParseResult parsed, string source) =>
        parsed.GetValue(Output)
        ?? (source == StandardInput.Path ? "model" : Path.GetFileNameWithoutExtension(source)) + ".tnn";
}
