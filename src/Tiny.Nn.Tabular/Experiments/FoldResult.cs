using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What one fold of a cross-validation came to.</summary>
/// <param name="Repeat">Which of the repeats it belongs to, from 1 on.</param>
/// <param name="Fold">Which fold of it, from 1 on.</param>
/// <param name="Seed">The seed of its training: the one of the recipe, made its own.</param>
/// <param name="TrainedRows">How many rows its model was made of, those that chose the best epoch included.</param>
/// <param name="Predictions">What the model said of the fold's rows.</param>
/// <param name="Baseline">What one would have said without any feature.</param>
/// <param name="Report">How the model does on the fold's rows, with that baseline beside it.</param>
/// <param name="History">How training went.</param>
public sealed record FoldResult(
    int Repeat,
    int Fold,
    ulong Seed,
    int TrainedRows,
    Predictions Predictions,
    Predictions Baseline,
    Report Report,
    History History
)
{
    /// <summary>Which fold it is, and its report.</summary>
    public override string ToString() => $"fold {Fold} of repeat {Repeat}: {Report}";
}
