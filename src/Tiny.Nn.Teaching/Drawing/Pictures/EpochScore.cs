using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>What tells how good the answers to validation rows were, epoch by epoch: accuracy of classes, R² of numbers.</summary>
/// <param name="Id">What JSON calls it, in any language.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">What its axis counts.</param>
/// <param name="Notes">How to read it.</param>
/// <param name="Number">What it was in an epoch; null where nobody knows.</param>
internal sealed record EpochScore(
    string Id,
    Caption Name,
    Caption Unit,
    IReadOnlyList<Caption> Notes,
    Func<EpochReport, double?> Number
)
{
    /// <summary>Where an axis may begin: a curve near 1 would else be a line at the edge, and one bad epoch hide all others.</summary>
    private static readonly double[] Floors = [0.9, 0.5, 0, -1];

    private static readonly EpochScore[] All =
    [
        new(
            "accuracy",
            new Caption("Validation accuracy", "検証データの正解率"),
            new Caption("accuracy (share of rows)", "正解率（行の割合）"),
            [],
            epoch => epoch.ValidationAccuracy
        ),
        new(
            "r2",
            new Caption("Validation R²", "検証データの決定係数 R²"),
            new Caption("R² (share of variance)", "R²（分散の割合）"),
            [
                new Caption(
                    "1 is perfect; below 0 is worse than always answering the mean.",
                    "1 が最良。0 未満は平均値を答え続けるより悪い。"
                ),
            ],
            epoch => epoch.ValidationRSquared
        ),
    ];

    /// <summary>The one that a training had; null where it had none.</summary>
    internal static EpochScore? Of(IReadOnlyList<EpochReport> epochs) =>
        All.FirstOrDefault(score => epochs.Any(epoch => score.Number(epoch) is not null));

    /// <summary>Up to 1, from a round number below the scores.</summary>
    internal Axis Axis(IReadOnlyList<EpochReport> epochs, Language language)
    {
        double least = epochs.Select(Number).OfType<double>().Where(double.IsFinite).DefaultIfEmpty(1).Min();
        return Svg.Axis.Between(Unit.In(language), Floors.FirstOrDefault(floor => floor <= least, Floors[^1]), 1);
    }
}
