using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What a page is about.</summary>
/// <param name="Model">The model, with its history.</param>
/// <param name="Table">The data that were read for it.</param>
/// <param name="Report">How it does; null where no rows were set aside.</param>
/// <param name="Predictions">What it said of the same rows.</param>
/// <param name="Facts">What else is to stand at the head of the page.</param>
/// <param name="Command">The command line that makes all this once more.</param>
internal sealed record ReportContent(
    Model<float> Model,
    Table Table,
    Report? Report,
    Predictions? Predictions,
    IReadOnlyList<Field> Facts,
    string Command
)
{
    /// <summary>What was wrong with the training; null where nobody looked.</summary>
    internal IReadOnlyList<SymptomText>? Diagnosis { get; init; }

    /// <summary>The cross-validation whose rows the report is about; null where there was none.</summary>
    internal CrossValidated? Folds { get; init; }
}
