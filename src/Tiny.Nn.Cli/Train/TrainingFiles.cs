using Tiny.Nn.Cli.Checkpoints;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Train;

/// <summary>The files that a training writes.</summary>
/// <param name="Model">The model.</param>
/// <param name="Settings">What it was trained with; null where that is not asked for.</param>
/// <param name="Page">The report as a page; null where that is not asked for.</param>
/// <param name="Log">What happens, event by event; null where that is not asked for.</param>
internal sealed record TrainingFiles(OutputFile Model, OutputFile? Settings, ReportFile? Page, RunLog? Log)
    : IDisposable
{
    /// <summary>Those of a process that writes nothing, for another does.</summary>
    internal static TrainingFiles Nowhere => new(OutputFile.Unwritten(""), null, null, null);

    /// <summary>The state of the training; null where that is not asked for.</summary>
    internal WantedCheckpoint? Checkpoint { get; init; }

    public void Dispose() => Log?.Dispose();
}
