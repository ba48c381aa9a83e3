using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>What a comparison of two models has shown.</summary>
public enum Judgement
{
    /// <summary>The first is better, by more than chance explains.</summary>
    Better,

    /// <summary>The first is worse, by more than chance explains.</summary>
    Worse,

    /// <summary>Chance explains the difference, if there is one. That the two are equally good is not shown by it either.</summary>
    NotSignificant,
}

/// <summary>Two models on the same rows, by one measure. A difference is shown where chance would make it in less than 5 % of cases.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="First">What it is for the first model.</param>
/// <param name="Second">What it is for the second.</param>
/// <param name="Difference">Where the true difference, first less second, lies.</param>
/// <param name="PValue">How often chance alone makes such a difference; null where the interval alone decides.</param>
/// <param name="Judgement">What has been shown.</param>
public sealed record Comparison(
    string Measure,
    double First,
    double Second,
    Interval Difference,
    double? PValue,
    Judgement Judgement
)
{
    /// <summary>Both numbers, the interval of their difference, and what has been shown.</summary>
    public override string ToString()
    {
        string shown = Judgement switch
        {
            Judgement.Better => "the first is better",
            Judgement.Worse => "the first is worse",
            _ => "no difference is shown",
        };
        return $"{Measure} {Rounded.Text(First)} against {Rounded.Text(Second)}, difference {Difference.Ends}{Chance}: {shown}";
    }

    /// <summary>Both numbers and their difference, in the digits of a table.</summary>
    internal string Figures =>
        $"{Measure} {Rounded.Fixed(First)} against {Rounded.Fixed(Second)}, difference {Difference.EndsIn(Rounded.Fixed)}";

    /// <summary>The p-value as the end of a list; nothing where there is none.</summary>
    internal string Chance =>
        PValue switch
        {
            null => "",
            < 0.001 => ", p < 0.001",
            double value => FormattableString.Invariant($", p = {value:0.000}"),
        };

    /// <summary>The confidence that decides is that of <see cref="Interval.DefaultConfidence"/>.</summary>
    private const double Significance = 1 - Interval.DefaultConfidence;

    /// <summary>
    /// Compares two models row by row. Classes: accuracy, judged by McNemar's mid-p, with the interval of Bonett and Price; log-loss, judged by a
    /// paired bootstrap interval. Numbers: RMSE and MAE, judged by paired bootstrap intervals. The first of the measures is the one to go by:
    /// who looks at several and picks one finds differences that are not there.
    /// </summary>
    /// <param name="first">What one model said.</param>
    /// <param name="second">What another said of the same rows.</param>
    /// <exception cref="ArgumentException">They are not of the same rows and the same kind of target.</exception>
    public static IReadOnlyList<Comparison> Between(Predictions first, Predictions second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.RequireSameRows(second);
        return (first, second) switch
        {
            (ClassPredictions one, ClassPredictions other) => [Accuracy(one, other), LogLoss(one, other)],
            (NumberPredictions one, NumberPredictions other) => Errors(one, other),
            _ => throw new ArgumentException($"A {first.GetType().Name} cannot be compared."),
        };
    }

    /// <summary>A comparison that a p-value decides.</summary>
    internal static Comparison ByPValue(Measure first, double second, Interval difference, double pValue)
    {
        bool larger = first.Value > second;
        Judgement finding =
            !(pValue < Significance) ? Judgement.NotSignificant
            : larger == (first.Direction == Direction.LargerIsBetter) ? Judgement.Better
            : Judgement.Worse;
        return new Comparison(first.Name, first.Value, second, difference, pValue, finding);
    }

    private static Comparison Accuracy(ClassPredictions first, ClassPredictions second)
    {
        bool[] one = first.Correct();
        bool[] other = second.Correct();
        McNemar test = McNemar.Compare(one, other);
        Measure accuracy = new("accuracy", Share(one), null, Direction.LargerIsBetter, MeasureRange.Share);
        return ByPValue(accuracy, Share(other), test.DifferenceInterval(), test.MidPValue);
    }

    private static Comparison LogLoss(ClassPredictions first, ClassPredictions second)
    {
        double[] one = first.NegativeLogLikelihoods();
        double[] other = second.NegativeLogLikelihoods();
        double[] differences = [.. one.Zip(other, (x, y) => x - y)];
        Interval interval = Bootstrap.Percentile(
            differences.Length,
            rows => ClassPredictions.Mean(differences, rows),
            Predictions.BootstrapGenerator()
        );
        return ByInterval("log-loss", one.Average(), other.Average(), interval);
    }

    private static Comparison[] Errors(NumberPredictions first, NumberPredictions second)
    {
        int[] all = [.. Enumerable.Range(0, first.Actual.Length)];
        DrawnErrors one = first.Errors(all);
        DrawnErrors other = second.Errors(all);
        IReadOnlyList<Interval> intervals = Bootstrap.Percentiles(
            all.Length,
            rows =>
            {
                DrawnErrors x = first.Errors(rows);
                DrawnErrors y = second.Errors(rows);
                return [x.RootMeanSquared - y.RootMeanSquared, x.MeanAbsolute - y.MeanAbsolute];
            },
            Predictions.BootstrapGenerator()
        );
        return
        [
            ByInterval("RMSE", one.RootMeanSquared, other.RootMeanSquared, intervals[0]),
            ByInterval("MAE", one.MeanAbsolute, other.MeanAbsolute, intervals[1]),
        ];
    }

    /// <summary>An error that is smaller on nearly all draws is smaller by more than chance explains.</summary>
    private static Comparison ByInterval(string error, double first, double second, Interval difference)
    {
        Judgement finding =
            difference.Upper < 0 ? Judgement.Better
            : difference.Lower > 0 ? Judgement.Worse
            : Judgement.NotSignificant;
        return new Comparison(error, first, second, difference, null, finding);
    }

    private static double Share(bool[] correct) => new Proportion(correct.Count(right => right), correct.Length).Value;
}
