using Serilog;
using Serilog.Core;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>What happened, as structured events: one JSON object per line, added to the file.</summary>
internal sealed class RunLog : IProgress<EpochReport>, IDisposable
{
    private readonly LogLines lines;
    private readonly Logger logger;
    private readonly string path;

    /// <summary>What is to be said of a log that ended before its time; null where it did not.</summary>
    internal Failure? Failure =>
        lines.Fault is { } fault
            ? new(
                ExitCode.Usage,
                $"The log is not complete: {fault.Message.TrimEnd('.')}.",
                $"--log-file {path}",
                "Check the disk; the training itself went on."
            )
            : null;

    /// <summary>A log beside other files of the same run.</summary>
    /// <param name="path">Where.</param>
    /// <param name="others">What is read or written meanwhile: no place for a log.</param>
    /// <exception cref="UsageException">It is one of the others, or cannot be written.</exception>
    internal static RunLog Open(string path, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
        {
            if (other != StandardInput.Path && RealPath.AreSame(path, other))
            {
                throw new UsageException(
                    $"The log would be added to {other}, which this run reads or writes.",
                    $"--log-file {path}",
                    "Name another file with --log-file."
                );
            }
        }
        return new RunLog(path);
    }

    private RunLog(string path)
    {
        this.path = path;
        try
        {
            lines = new LogLines(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                $"The log cannot be written: {fault.Message.TrimEnd('.')}.",
                $"--log-file {path}",
                "Name a file that may be written.",
                fault
            );
        }
        logger = new LoggerConfiguration().WriteTo.Sink(lines).CreateLogger();
    }

    internal void Start(string target, Plan<float> plan) =>
        logger.Information(
            "Training starts on {Data}, target {Target}: {Task}, network {Network}, recipe {Recipe}",
            plan.Table.Source,
            target,
            plan.Task.Kind,
            plan.Architecture.ToString(),
            new Dictionary<string, string>(plan.Recipe.ToSettings(plan.Task.Kind))
        );

    /// <inheritdoc/>
    public void Report(EpochReport value) =>
        Scored(value)
            .ForContext(nameof(value.LearningRate), value.LearningRate)
            .Information(
                "Epoch {Epoch}: training loss {TrainingLoss}, validation loss {ValidationLoss}",
                value.Epoch,
                value.TrainingLoss,
                value.ValidationLoss
            );

    /// <summary>The score is a property of the event, where there is one.</summary>
    private ILogger Scored(EpochReport epoch) =>
        epoch switch
        {
            { ValidationAccuracy: { } accuracy } => logger.ForContext(nameof(epoch.ValidationAccuracy), accuracy),
            { ValidationRSquared: { } determined } => logger.ForContext(nameof(epoch.ValidationRSquared), determined),
            _ => logger,
        };

    /// <summary>Folds end in any order; their number and repeat tell which it was.</summary>
    internal void EndFold(FoldResult fold, Recipe recipe) =>
        About(fold.Report)
            .Information(
                "Fold {Fold} of repeat {Repeat} ended after {Epochs} epochs, hidden layers {Hidden}: {Measures}",
                fold.Fold,
                fold.Repeat,
                fold.History.EpochCount,
                recipe.Hidden,
                fold.Report.Measures.Where(measure => double.IsFinite(measure.Value))
                    .ToDictionary(measure => measure.Name, measure => measure.Value)
            );

    /// <summary>Which of two classes some measures are about is a property of the event.</summary>
    private ILogger About(Report report) =>
        report is ClassReport { Positive: { } positive } ? logger.ForContext("Positive", positive) : logger;

    /// <param name="history">How training went.</param>
    /// <param name="ending">What ended it.</param>
    /// <param name="model">Where the model is; null for nowhere.</param>
    internal void End(History history, string ending, string? model) =>
        logger.Information(
            "Training ended by {Ending} after {Epochs} epochs, that of epoch {Kept} was kept; model {Model}",
            ending,
            history.EpochCount,
            history.Kept?.Epoch,
            model
        );

    internal void Diverge(TrainingDivergedException fault) =>
        logger.Error("Training diverged at step {Step}: loss {Loss}", fault.Step, fault.Loss);

    public void Dispose()
    {
        logger.Dispose();
        lines.Dispose();
    }
}
