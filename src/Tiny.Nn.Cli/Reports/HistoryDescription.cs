using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Reports;

/// <summary>How a model came to be: its first epoch, its best and its last.</summary>
internal sealed class HistoryDescription(Provenance provenance)
{
    private readonly IReadOnlyList<EpochReport> epochs = provenance.Epochs;

    internal Value Data =>
        epochs.Count == 0
            ? Value.None
            : Field.Group(
                new("epochs", Value.Of(provenance.EpochCount)),
                new("first", Epoch(epochs[0])),
                new("best", provenance.Best is { } best ? Epoch(best) : Value.None),
                new("last", Epoch(epochs[^1]))
            );

    internal IEnumerable<Part> Shown => epochs.Count == 0 ? [] : [Columns().Of("history", Named())];

    private Value Epoch(EpochReport epoch)
    {
        ResultTable table = Columns().Of("", [("", epoch)]);
        return table.Object(table.Rows[0]);
    }

    private IEnumerable<(string Name, EpochReport Epoch)> Named() =>
        [
            ("first", epochs[0]),
            .. provenance.Best is { } best ? [("best", best)] : Array.Empty<(string, EpochReport)>(),
            ("last", epochs[^1]),
        ];

    /// <summary>Of a training without validation there is no score, and no column for one.</summary>
    private TableColumns<(string Name, EpochReport Epoch)> Columns() =>
        new TableColumns<(string Name, EpochReport Epoch)>()
            .Words(null, "", row => Value.Of(row.Name))
            .Number("epoch", "epoch", row => Value.Grouped(row.Epoch.Epoch))
            .Number("training_loss", "training loss", row => Value.Of(row.Epoch.TrainingLoss))
            .Number("validation_loss", "validation loss", row => Value.Of(row.Epoch.ValidationLoss))
            .Number(
                "validation_accuracy",
                epochs[0].ValidationAccuracy is null ? null : "validation accuracy",
                row => Value.Of(row.Epoch.ValidationAccuracy)
            )
            .Number(
                "validation_r2",
                epochs[0].ValidationRSquared is null ? null : "validation R²",
                row => Value.Of(row.Epoch.ValidationRSquared)
            );
}
