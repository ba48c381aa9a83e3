using System.Globalization;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Compare;

/// <summary>Two models on the same rows.</summary>
internal sealed class ModelComparison
{
    internal ModelComparison(ComparedModel first, ComparedModel second, string source)
    {
        (First, Second, Source) = (first, second, source);

        // Of two classes each model may have another for the positive one; side by side their measures are about one of them.
        Predictions answers =
            first.Predictions is ClassPredictions known && second.Predictions is ClassPredictions others
                ? others.WithPositive(known.Positive)
                : second.Predictions;
        (FirstReport, SecondReport) = (first.Predictions.Report(), answers.Report());
        Comparisons = Comparison.Between(first.Predictions, second.Predictions);
        Rows =
            first.Predictions is ClassPredictions one && second.Predictions is ClassPredictions other
                ? McNemar.Compare(Correct(one), Correct(other))
                : null;
    }

    internal ComparedModel First { get; }

    internal ComparedModel Second { get; }

    /// <summary>Where the rows came from.</summary>
    internal string Source { get; }

    internal Report FirstReport { get; }

    internal Report SecondReport { get; }

    /// <summary>The measures whose differences are tested; the first one decides.</summary>
    internal IReadOnlyList<Comparison> Comparisons { get; }

    /// <summary>On how many rows only one of two classifiers is right; null of numbers.</summary>
    internal McNemar? Rows { get; }

    /// <summary>All measures side by side.</summary>
    internal IEnumerable<(Measure First, Measure Second, Comparison? Comparison)> Measures =>
        FirstReport.Measures.Zip(
            SecondReport.Measures,
            (first, second) =>
                (first, second, Comparisons.FirstOrDefault(comparison => comparison.Measure == first.Name))
        );

    /// <summary>The finding as a sentence with its numbers.</summary>
    internal string Verdict
    {
        get
        {
            Comparison first = Comparisons[0];
            string finding = first.Judgement switch
            {
                Judgement.Better => $"{First.Path} is better than {Second.Path}",
                Judgement.Worse => $"{Second.Path} is better than {First.Path}",
                _ => "Neither is shown to be better",
            };
            string p = first.PValue is { } value ? $", p {Probability(value)}" : "";
            return finding + $": {first.Figures} " + Text($"({100 * first.Difference.Confidence:0} % interval{p}).");
        }
    }

    private static string Probability(double p) => p < 0.001 ? "< 0.001" : Text($"= {p:0.000}");

    private static bool[] Correct(ClassPredictions predictions) =>
        [.. predictions.Predicted.Zip(predictions.Actual, (predicted, actual) => predicted == actual)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
