using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

/// <summary>ROC AUC, average precision and thresholds, beside definitions that look at every pair and every threshold.</summary>
public sealed class RankingTests
{
    /// <summary>Few distinct scores, so that ties are frequent.</summary>
    private static readonly Gen<(double[] Scores, bool[] Positive)> Cases =
        from count in Gen.Choose(1, 30)
        from levels in Gen.Choose(1, 12)
        from scores in Gen.Choose(0, levels).ArrayOf(count)
        from positive in Gen.Elements(true, false).ArrayOf(count)
        select (scores.Select(score => (double)score / levels).ToArray(), positive);

    [Test]
    public void A_worked_example()
    {
        double[] scores = [0.1, 0.4, 0.35, 0.8];
        bool[] positive = [false, false, true, true];

        // Of four pairs, 0.35 < 0.4 is the one out of order. From the top: +, −, +, −.
        Assert.That(RocAuc.Measure(scores, positive).Value, Is.EqualTo(0.75));
        Assert.That(AveragePrecision.Measure(scores, positive), Is.EqualTo((1 + 2.0 / 3) / 2).Within(1e-15));
    }

    [Test]
    public void Auc_is_the_part_of_pairs_in_order() =>
        Hold(
            test => Math.Abs(RocAuc.Measure(test.Scores, test.Positive).Value - Pairs(test)) < 1e-12,
            bothClasses: true
        );

    [Test]
    public void Average_precision_is_what_its_definition_says() =>
        Hold(
            test =>
            {
                double[] thresholds = [.. test.Scores.Distinct().OrderDescending()];
                double positives = test.Positive.Count(yes => yes);
                (double sum, double before) = (0, 0);
                foreach (double threshold in thresholds)
                {
                    bool[] taken = [.. test.Positive.Where((_, i) => test.Scores[i] >= threshold)];
                    double recall = taken.Count(yes => yes) / positives;
                    sum += (recall - before) * taken.Count(yes => yes) / taken.Length;
                    before = recall;
                }
                return Math.Abs(AveragePrecision.Measure(test.Scores, test.Positive) - sum) < 1e-12;
            },
            bothClasses: true
        );

    [Test]
    public void DeLongs_variance_is_that_of_its_components() =>
        Hold(
            test =>
            {
                double[] high = [.. test.Scores.Where((_, i) => test.Positive[i])];
                double[] low = [.. test.Scores.Where((_, i) => !test.Positive[i])];
                RocAuc auc = RocAuc.Measure(test.Scores, test.Positive);
                if (auc.Value is 0 or 1)
                {
                    return auc.Interval.Contains(auc.Value) && auc.Interval.Upper - auc.Interval.Lower > 0;
                }
                double[] ofHigh = [.. high.Select(h => low.Average(l => Order(h, l)))];
                double[] ofLow = [.. low.Select(l => high.Average(h => Order(h, l)))];
                double variance = Variance(ofHigh) / high.Length + Variance(ofLow) / low.Length;
                double half = 1.9599639845 * Math.Sqrt(variance);
                return Math.Abs(auc.Interval.Lower - Math.Max(0, auc.Value - half)) < 1e-9
                    && Math.Abs(auc.Interval.Upper - Math.Min(1, auc.Value + half)) < 1e-9;
            },
            bothClasses: true
        );

    [Test]
    public void Separated_classes_are_no_certainty()
    {
        RocAuc five = RocAuc.Measure([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [.. Enumerable.Range(0, 10).Select(i => i > 4)]);
        Assert.That(five.Value, Is.EqualTo(1));
        Assert.That(five.Interval.Lower, Is.EqualTo(Math.Pow(0.025, 0.2)).Within(1e-12));
        Assert.That(five.Interval.Upper, Is.EqualTo(1));
    }

    [Test]
    public void One_class_alone_cannot_be_ranked()
    {
        Assert.That(RocAuc.Measure([0.5, 0.7], [true, true]).Value, Is.NaN);
        Assert.That(RocAuc.Measure([0.5, 0.7], [false, false]).Interval.IsKnown, Is.False);
        Assert.That(AveragePrecision.Measure([0.5, 0.7], [true, true]), Is.EqualTo(1));
        Assert.That(AveragePrecision.Measure([0.5, 0.7], [false, false]), Is.NaN);
        Assert.That(() => RocAuc.Measure([double.NaN], [true]), Throws.ArgumentException);
        Assert.That(() => RocAuc.Measure([], []), Throws.ArgumentException);
        Assert.That(() => AveragePrecision.Measure([1], []), Throws.ArgumentException);
    }

    [Test]
    public void No_threshold_is_better_than_the_chosen_one() =>
        Hold(test =>
            Best(test, ThresholdRule.LargestF1, F1)
            && Best(test, ThresholdRule.LargestBalancedAccuracy, Balanced)
            && Best(test, new LeastCost(1, 7), counts => -counts.FalsePositive - 7 * counts.FalseNegative)
        );

    [Test]
    public void The_threshold_nearest_to_a_half_wins_among_equals()
    {
        Assert.That(ThresholdRule.LargestF1.Choose([0.1, 0.2, 0.8, 0.9], [false, false, true, true]), Is.EqualTo(0.5));
        Assert.That(ThresholdRule.LargestBalancedAccuracy.Choose([0.25, 0.75], [false, true]), Is.EqualTo(0.5));

        // Missing costs so much that all are taken: below the lowest score, but as near to ½ as can be.
        Assert.That(new LeastCost(1, 100).Choose([0.2, 0.4], [true, false]), Is.EqualTo(0.1));
        Assert.That(new LeastCost(100, 1).Choose([0.6, 0.8], [true, false]), Is.EqualTo(0.9).Within(1e-15));
    }

    [Test]
    public void A_given_threshold_is_kept_and_a_wrong_one_refused()
    {
        Assert.That(new FixedThreshold(0.3).Choose([0.1], [true]), Is.EqualTo(0.3));
        Assert.That(ThresholdRule.Half.Choose([0.1], [true]), Is.EqualTo(0.5));
        Assert.That(ThresholdRule.Fixed(0.3), Is.EqualTo(new FixedThreshold(0.3)));
        Assert.That(ThresholdRule.LeastCost(2, 7), Is.EqualTo(new LeastCost(2, 7)));
        Assert.That(() => new FixedThreshold(1.1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new FixedThreshold(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new LeastCost(0, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new LeastCost(1, 1) with { FalseNegative = -1 },
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void Neighbours_in_double_are_told_apart()
    {
        double low = 0.5;
        double high = Math.BitIncrement(low);
        double threshold = ThresholdRule.LargestF1.Choose([low, high], [false, true]);
        Assert.That(high > threshold && !(low > threshold), Is.True);
    }

    private static bool Best(
        (double[] Scores, bool[] Positive) test,
        ThresholdRule rule,
        Func<(int TruePositive, int FalsePositive, int FalseNegative, int TrueNegative), double> gain
    )
    {
        double At(double threshold)
        {
            int Count(bool above, bool yes) =>
                test.Scores.Zip(test.Positive).Count(pair => pair.First > threshold == above && pair.Second == yes);
            return gain((Count(true, true), Count(true, false), Count(false, true), Count(false, false)));
        }
        double chosen = rule.Choose(test.Scores, test.Positive);
        double[] all = [0, 1, .. test.Scores];
        return chosen is >= 0 and <= 1 && all.All(other => At(other) <= At(chosen) + 1e-12);
    }

    private static double F1((int TruePositive, int FalsePositive, int FalseNegative, int TrueNegative) counts) =>
        counts.TruePositive == 0
            ? 0
            : 2.0 * counts.TruePositive / (2 * counts.TruePositive + counts.FalsePositive + counts.FalseNegative);

    private static double Balanced((int TruePositive, int FalsePositive, int FalseNegative, int TrueNegative) counts)
    {
        int positives = counts.TruePositive + counts.FalseNegative;
        int negatives = counts.FalsePositive + counts.TrueNegative;
        return (positives == 0 ? 0 : (double)counts.TruePositive / positives)
            + (negatives == 0 ? 0 : (double)counts.TrueNegative / negatives);
    }

    private static double Pairs((double[] Scores, bool[] Positive) test)
    {
        double[] high = [.. test.Scores.Where((_, i) => test.Positive[i])];
        double[] low = [.. test.Scores.Where((_, i) => !test.Positive[i])];
        return high.Average(h => low.Average(l => Order(h, l)));
    }

    private static double Order(double high, double low) =>
        high > low ? 1
        : high == low ? 0.5
        : 0;

    private static double Variance(double[] values) =>
        values.Length < 2 ? 0 : MathNet.Numerics.Statistics.Statistics.Variance(values);

    private static void Hold(Func<(double[] Scores, bool[] Positive), bool> property, bool bothClasses = false) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                (bothClasses ? Cases.Where(test => test.Positive.Distinct().Count() == 2) : Cases).ToArbitrary(),
                property
            )
        );
}
