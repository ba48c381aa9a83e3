using System.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class CrossValidationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new() { Epochs = 4, Hidden = [4] };
    private static readonly Table[] Both = [TestTables.Clusters<T>(47, 3), TestTables.Line<T>(38)];

    [Test]
    public void Any_number_of_threads_gives_the_same_results([Range(0, 1)] int which)
    {
        CrossValidationOptions options = new() { Folds = 4, Repeats = 2 };
        string one = Text(CrossValidation.Run<T>(Both[which], Short, options));
        foreach (int threads in new[] { 2, 5 })
        {
            string several = Text(CrossValidation.Run<T>(Both[which], Short, options with { Threads = threads }));
            Assert.That(several, Is.EqualTo(one));
        }
        Assert.That(Text(CrossValidation.Run<T>(Both[which], Short with { Seed = 2 }, options)), Is.Not.EqualTo(one));
    }

    [Test]
    public void Every_row_is_judged_once_a_repeat_by_a_model_that_has_not_seen_it([Range(0, 1)] int which)
    {
        CrossValidationOptions options = new() { Folds = 5, Repeats = 2 };
        CrossValidationResult result = CrossValidation.Run<T>(Both[which], Short, options);
        int[] all = [.. Enumerable.Range(0, Both[which].Rows)];
        Assert.That(result.Planned, Is.EqualTo(10));
        Assert.That(result.Folds.Select(fold => (fold.Repeat, fold.Fold)), Is.Ordered);
        Assert.That(result.Folds.Select(fold => fold.Seed), Is.Unique);
        Assert.That(result.OutOfFold, Has.Count.EqualTo(2));
        foreach ((Predictions predictions, Report pooled) in result.OutOfFold.Zip(result.Pooled))
        {
            Assert.That(predictions.Rows, Is.EqualTo(all));
            Assert.That(pooled.Rows, Is.EqualTo(all.Length));
        }
        Assert.That(
            result.Folds[0].Predictions.Rows,
            Is.Not.EqualTo(result.Folds[5].Predictions.Rows),
            "repeats are dealt anew"
        );

        // The first fold by hand.
        FoldResult first = result.Folds[0];
        int[] known = [.. all.Except(first.Predictions.Rows)];
        Trained<T> fitted = Experiment.Plan<T>(Both[which], known, Short with { Seed = first.Seed }).Train();
        Report report = Evaluation.Run(fitted.Model, Both[which], first.Predictions.Rows.AsSpan());
        Assert.That(report.Measures.Select(m => m.Value), Is.EqualTo(first.Report.Measures.Select(m => m.Value)));
        Assert.That(first.TrainedRows, Is.EqualTo(known.Length));
    }

    [Test]
    public void Folds_keep_the_shares_of_classes_and_whole_groups()
    {
        Table table = TestTables.Clusters<T>(60, 3);
        foreach (FoldResult fold in CrossValidation.Run<T>(table, Short).Folds)
        {
            Assert.That(((ClassReport)fold.Report).PerClass.Select(result => result.Support), Is.All.EqualTo(4));
        }
        string[] groups = [.. Enumerable.Range(0, 60).Select(row => $"g{row % 13}")];
        CrossValidationOptions options = new() { Folds = 4, Groups = groups };
        CrossValidationResult grouped = CrossValidation.Run<T>(table, Short, options);
        string[] ofFolds =
        [
            .. grouped.Folds.SelectMany(fold => fold.Predictions.Rows.Select(r => groups[r]).Distinct()),
        ];
        Assert.That(ofFolds, Is.Unique);
        Assert.That(grouped.OutOfFold[0].Rows, Is.EqualTo(Enumerable.Range(0, 60)));
    }

    [Test]
    public void Summaries_are_means_spreads_and_corrected_intervals()
    {
        CrossValidationResult result = CrossValidation.Run<T>(Both[1], Short);
        MeasureSummary rmse = result.Summaries[0];
        double[] values = [.. result.Folds.Select(fold => ((NumberReport)fold.Report).Metrics.RootMeanSquaredError)];
        Assert.That(rmse.Name, Is.EqualTo("RMSE"));
        Assert.That(rmse.Values, Is.EqualTo(values));
        Assert.That(rmse.Mean, Is.EqualTo(values.Average()).Within(1e-12));
        double deviation = MathNet.Numerics.Statistics.Statistics.StandardDeviation(values);
        Assert.That(rmse.StandardDeviation, Is.EqualTo(deviation).Within(1e-9));

        // t(0.975; 4) = 2.776445; the variance is multiplied by 1/5 + 1/4.
        double half = 2.776445 * deviation * Math.Sqrt(0.45);
        Assert.That(rmse.Interval.Upper, Is.EqualTo(values.Average() + half).Within(1e-5));
        Assert.That(result.Summaries.Select(s => s.Name), Is.EqualTo(result.Pooled[0].Measures.Select(m => m.Name)));
        Assert.That(result.Pooled[0].Baselines.Single().Name, Is.EqualTo("training mean"));
        Assert.That(
            result.Folds[0].Report.Baselines.Single().Report.Rows,
            Is.EqualTo(result.Folds[0].Predictions.Rows.Length)
        );
    }

    [Test]
    public void What_is_undefined_on_a_fold_is_left_out_of_the_mean()
    {
        // Of three folds with a row of "rare" in two, one has no ROC curve.
        Table table = TestTables.With<T>([.. Enumerable.Range(0, 30).Select(row => row < 2 ? "rare" : "usual")]);
        CrossValidationResult result = CrossValidation.Run<T>(table, Short, new CrossValidationOptions { Folds = 3 });
        MeasureSummary area = result.Summaries.Single(summary => summary.Name == "ROC AUC");
        Assert.That(area.Values.Count(double.IsNaN), Is.EqualTo(1));
        Assert.That(area.Mean, Is.EqualTo(area.Values.Where(v => !double.IsNaN(v)).Average()).Within(1e-12));
    }

    [Test]
    public void Intervals_stay_inside_the_range_of_their_measure()
    {
        CrossValidationOptions three = new() { Folds = 3 };
        int outside = 0;
        foreach (
            Table table in (Table[])
                [
                    TestTables.Clusters<T>(12, 2),
                    TestTables.Clusters<T>(15, 3),
                    TestTables.Line<T>(12),
                    TestTables.Line<T>(20, seed: 2),
                ]
        )
        {
            CrossValidationResult long1 = CrossValidation.Run<T>(table, Short with { Epochs = 40 }, three);
            CrossValidationResult short1 = CrossValidation.Run<T>(table, Short with { Epochs = 1 }, three);
            foreach (MeasureSummary one in long1.Summaries.Concat(short1.Summaries).Where(s => s.Interval.IsKnown))
            {
                double[] defined = [.. one.Values.Where(value => !double.IsNaN(value))];
                Interval plain = StudentInterval.MeanOfFolds(defined, 0.5);
                outside += one.Interval == plain ? 0 : 1;
                double[] inside = [.. defined, one.Mean, one.Interval.Lower, one.Interval.Upper];
                Assert.That(inside, Is.All.InRange(one.Range.Lower, one.Range.Upper), one.Name);
                Assert.That(one.Interval.Lower, Is.EqualTo(Math.Max(plain.Lower, one.Range.Lower)), one.Name);
                Assert.That(one.Interval.Upper, Is.EqualTo(Math.Min(plain.Upper, one.Range.Upper)), one.Name);
            }
            Comparison first = long1.CompareWith(short1)[0];
            double most = first.Measure == "accuracy" ? 1 : double.PositiveInfinity;
            Assert.That(first.Difference.Lower, Is.InRange(-most, first.First - first.Second));
            Assert.That(first.Difference.Upper, Is.InRange(first.First - first.Second, most));
        }
        Assert.That(outside, Is.AtLeast(4), "else nothing was tried");
    }

    [Test]
    public void Two_recipes_are_compared_fold_by_fold()
    {
        Recipe able = new()
        {
            Hidden = [8],
            Seed = 2,
            Epochs = 60,
            Optimizer = new Adam(0.02),
        };
        CrossValidationResult good = CrossValidation.Run<T>(Both[1], able);
        CrossValidationResult bad = CrossValidation.Run<T>(Both[1], able with { Epochs = 0 });
        Comparison comparison = good.CompareWith(bad)[0];
        Assert.That(comparison.Judgement, Is.EqualTo(Judgement.Better));
        Assert.That(bad.CompareWith(good)[0].Judgement, Is.EqualTo(Judgement.Worse));
        Assert.That(good.CompareWith(good).Select(c => c.Judgement), Is.All.EqualTo(Judgement.NotSignificant));
        double[] differences = [.. good.Summaries[0].Values.Zip(bad.Summaries[0].Values, (x, y) => x - y)];
        Assert.That(comparison.Difference, Is.EqualTo(StudentInterval.MeanOfFolds(differences, 0.25)));
        Assert.That(comparison.PValue, Is.LessThan(0.05));
        CrossValidationResult other = CrossValidation.Run<T>(Both[1], Short with { Seed = 9 });
        Assert.That(() => good.CompareWith(other), Throws.ArgumentException);
    }

    [Test]
    public void Progress_is_told_of_every_fold()
    {
        List<FoldResult> told = [];
        CrossValidationOptions options = new() { Threads = 2 };
        CrossValidationResult result = CrossValidation.Run<T>(Both[0], Short, options, new Listener(told.Add));
        Assert.That(told, Is.EquivalentTo(result.Folds));
    }

    [Test]
    public void Cancelled_it_gives_the_folds_that_were_done()
    {
        using CancellationTokenSource cancellation = new();
        int done = 0;
        Listener afterTwo = new(_ =>
        {
            if (++done == 2)
            {
                cancellation.Cancel();
            }
        });
        CrossValidationResult result = CrossValidation.Run<T>(Both[0], Short, null, afterTwo, cancellation.Token);
        Assert.That((result.Folds.Count, result.Planned), Is.EqualTo((2, 5)));
        Assert.That(result.OutOfFold[0].Rows, Has.Length.EqualTo(result.Folds.Sum(fold => fold.Report.Rows)));
        Assert.That(
            () => CrossValidation.Run<T>(Both[0], Short, null, null, cancellation.Token),
            Throws.TypeOf<OperationCanceledException>()
        );
    }

    [Test]
    public void What_cannot_be_divided_is_a_clear_problem()
    {
        Table few = TestTables.With<T>("p", "q", "p", "q");
        Assert.That(() => CrossValidation.Run<T>(few, Short), Throws.TypeOf<DataException>());
        string[] two = [.. Enumerable.Range(0, 47).Select(row => $"{row % 2}")];
        CrossValidationOptions options = new() { Groups = two };
        Assert.That(() => CrossValidation.Run<T>(Both[0], Short, options), Throws.TypeOf<DataException>());
        Assert.That(() => CrossValidation.Run<T>(Both[1], Short, options), Throws.ArgumentException);
        Assert.That(() => new CrossValidationOptions { Folds = 1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => options with { Repeats = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => options with { Threads = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_fold_that_diverges_ends_it_with_its_reason([Values(1, 3)] int threads)
    {
        Recipe wild = Short with { Optimizer = new Sgd(1e30), Epochs = 20 };
        CrossValidationOptions options = new() { Threads = threads };
        Assert.That(() => CrossValidation.Run<T>(Both[1], wild, options), Throws.TypeOf<TrainingDivergedException>());
    }

    private static string Text(CrossValidationResult result)
    {
        IEnumerable<string> numbers = result
            .Folds.SelectMany(fold => fold.Report.Measures)
            .Concat(result.Pooled.SelectMany(report => report.Measures))
            .Select(measure => FormattableString.Invariant($"{measure.Name}={measure.Value:R} {measure.Interval}"));
        return string.Join('\n', numbers);
    }

    private sealed class Listener(Action<FoldResult> told) : IProgress<FoldResult>
    {
        public void Report(FoldResult value) => told(value);
    }
}
