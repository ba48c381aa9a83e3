using System.Globalization;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Teaching.Drawing.Results;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>How training is watched while it runs.</summary>
internal abstract class Progress
{
    /// <summary>Trains, and shows every epoch that it is told of.</summary>
    internal abstract TResult While<TResult>(Func<IProgress<EpochReport>, TResult> train);

    /// <summary>An epoch on one line.</summary>
    protected static string Describe(EpochReport report, Course course)
    {
        string Say(string english) => ResultWords.Of(english, course.Language);
        string validation = report.ValidationLoss is { } loss ? $"  {Say("validation")} {Rounded.Fixed(loss)}" : "";
        string score = Score(report) is var (name, value) ? $"  {Say(name)} {Rounded.Fixed(value)}" : "";
        string training = $"{Say("loss")} {Rounded.Fixed(report.TrainingLoss)}";
        string rate = course.ShowsRate
            ? string.Create(CultureInfo.InvariantCulture, $"  {Say("rate")} {report.LearningRate:G3}")
            : "";
        return $"{Say("epoch")} {report.Epoch}/{course.Epochs}  {training}{validation}{score}{rate}";
    }

    private static (string Name, double Value)? Score(EpochReport report) =>
        report switch
        {
            { ValidationAccuracy: { } accuracy } => ("accuracy", accuracy),
            { ValidationRSquared: { } determined } => ("R²", determined),
            _ => null,
        };
}
