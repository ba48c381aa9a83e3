using System.Globalization;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>How training is watched while it runs.</summary>
internal abstract class Progress
{
    /// <summary>Trains, and shows every epoch that it is told of.</summary>
    internal abstract TResult While<TResult>(Func<IProgress<EpochReport>, TResult> train);

    /// <summary>An epoch on one line.</summary>
    protected static string Describe(EpochReport report, Recipe recipe)
    {
        string validation = report.ValidationLoss is { } loss
            ? string.Create(CultureInfo.InvariantCulture, $"  validation {loss:F4}")
            : "";
        string score = Score(report) is var (name, value)
            ? string.Create(CultureInfo.InvariantCulture, $"  {name} {value:F4}")
            : "";
        string training = string.Create(CultureInfo.InvariantCulture, $"loss {report.TrainingLoss:F4}");
        string rate =
            recipe.Schedule != LearningRateSchedule.Constant
                ? string.Create(CultureInfo.InvariantCulture, $"  rate {report.LearningRate:G3}")
                : "";
        return $"epoch {report.Epoch}/{recipe.Epochs}  {training}{validation}{score}{rate}";
    }

    private static (string Name, double Value)? Score(EpochReport report) =>
        report switch
        {
            { ValidationAccuracy: { } accuracy } => ("accuracy", accuracy),
            { ValidationRSquared: { } determined } => ("R²", determined),
            _ => null,
        };
}
