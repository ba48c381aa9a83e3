using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Train;

/// <summary>What a training came to: all that there is to save and to show.</summary>
/// <param name="Judged">The model, the plan it was trained by, and the report on its test rows.</param>
/// <param name="Folds">What cross-validation came to; null where there was none.</param>
/// <param name="Diagnostician">What is wrong with the training; null where nobody asked.</param>
/// <param name="Ending">What ended it, as documents name it.</param>
/// <param name="ModelPath">Where the model is; null for nowhere.</param>
internal sealed record TrainingRun(
    Judged<float> Judged,
    CrossValidated? Folds,
    Diagnostician? Diagnostician,
    string Ending,
    string? ModelPath
)
{
    /// <summary>What was read.</summary>
    internal Table Table => Judged.Plan.Table;

    /// <summary>The accuracy that was reached; null of numbers, or where no row tested.</summary>
    internal double? Accuracy =>
        Folds is null ? ((Judged.Test ?? Judged.OutOfFold) as ClassReport)?.Accuracy : Folds.Accuracy;

    /// <summary>What it was measured on, in words.</summary>
    internal string JudgedOn =>
        Folds is not null ? "the mean of the folds"
        : Judged.OutOfFold is { } unseen ? $"{unseen.Rows} rows, each unseen by its networks"
        : $"{Judged.Test?.Rows ?? 0} test rows";
}
