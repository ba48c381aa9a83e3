using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Which of two classes is the positive one: what is reported and decided is of it, and no bit of the network moves.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PositiveClassTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new() { Epochs = 5, Hidden = [4] };

    /// <summary>One row in four is a fraud, which comes first in order.</summary>
    private static readonly Table Payments = TestTables.With<T>([
        .. Enumerable.Range(0, 120).Select(row => row % 4 == 0 ? "fraud" : "good"),
    ]);

    private static readonly Recipe Fraud = Short with { Positive = "fraud" };

    [Test]
    public void The_second_is_positive_unless_another_is_named()
    {
        Judged<T> usual = Experiment.Run<T>(Payments, Short);
        Judged<T> second = Experiment.Run<T>(Payments, Short with { Positive = "good" });
        Assert.That(((ClassTarget)usual.Model.Target).Positive, Is.EqualTo("good"));
        Assert.That(((ClassReport)usual.Test!).Positive, Is.EqualTo("good"));
        Assert.That($"{second.Test}", Is.EqualTo($"{usual.Test}"));
        Assert.That(
            ((ClassTarget)Experiment.Run<T>(TestTables.Clusters<T>(30, 3), Short).Model.Target).Positive,
            Is.Null
        );
    }

    [Test]
    public void It_moves_no_bit_of_the_network()
    {
        foreach (ThresholdRule rule in (ThresholdRule[])[ThresholdRule.Half, ThresholdRule.LargestF1])
        {
            T[] Parameters(Recipe recipe) =>
                Experiment.Run<T>(Payments, recipe with { Threshold = rule }).Model.Network.Parameters.Values.ToArray();
            Assert.That(Parameters(Fraud), Is.EqualTo(Parameters(Short)));
        }
    }

    [Test]
    public void What_ranks_is_of_its_probability()
    {
        Judged<T> outcome = Experiment.Run<T>(Payments, Fraud);
        ClassPredictions test = (ClassPredictions)outcome.TestPredictions!;
        double[] scores = [.. Enumerable.Range(0, test.Rows.Length).Select(place => test.Probability(0, place))];
        bool[] frauds = [.. test.Actual.Select(code => code == 0)];
        ClassReport report = (ClassReport)outcome.Test!;
        Assert.That(report.Ranking!.Positive, Is.EqualTo("fraud"));
        Assert.That(report.Ranking.AveragePrecision, Is.EqualTo(AveragePrecision.Measure(scores, frauds)));
        Assert.That(report.Ranking.RocAuc, Is.EqualTo(RocAuc.Measure(scores, frauds)));
        Measure[] about = [.. report.Measures.Where(measure => measure.Class is not null)];
        Assert.That(about.Select(measure => measure.Name), Is.EqualTo(["ROC AUC", "average precision"]));
        Assert.That(about.Select(measure => measure.Class), Is.All.EqualTo("fraud"));
        Assert.That($"{report}", Does.Contain("average precision of \"fraud\" "));
    }

    /// <summary>Of the same network the threshold t of one class is the threshold 1 − t of the other.</summary>
    [TestCase(0.2)]
    [TestCase(0.7)]
    public void A_given_threshold_is_of_its_probability(double threshold)
    {
        Judged<T> outcome = Experiment.Run<T>(Payments, Fraud with { Threshold = ThresholdRule.Fixed(threshold) });
        ClassPredictions test = (ClassPredictions)outcome.TestPredictions!;
        for (int place = 0; place < test.Rows.Length; place++)
        {
            Assert.That(test.Predicted[place], Is.EqualTo(test.Probability(0, place) > threshold ? 0 : 1));
        }
        Judged<T> other = Experiment.Run<T>(Payments, Short with { Threshold = ThresholdRule.Fixed(1 - threshold) });
        Assert.That(test.Predicted, Is.EqualTo(((ClassPredictions)other.TestPredictions!).Predicted));
        Assert.That(test.At(0).Predicted, Is.All.Zero);
        Assert.That(test.At(1).Predicted, Is.All.EqualTo(1));
    }

    [Test]
    public void A_rule_chooses_for_it()
    {
        Judged<T> outcome = Experiment.Run<T>(Payments, Fraud with { Threshold = ThresholdRule.LargestF1 });
        ClassPredictions validation = (ClassPredictions)
            Evaluation.Predict(outcome.Model, Payments, [.. outcome.Plan.Split.Validation]);
        double F1(double threshold) => ((ClassReport)validation.At(threshold).Report()).Confusion.F1(0);
        double chosen = ((ClassTarget)outcome.Model.Target).Threshold;
        Assert.That(F1(chosen), Is.EqualTo(Enumerable.Range(0, 5000).Max(i => F1(i / 5000.0))).And.GreaterThan(0));
    }

    /// <summary>Where a missed fraud is dear, no row that chose is missed; where a false alarm is, none of them is one.</summary>
    [Test]
    public void Costs_are_of_its_mistakes()
    {
        (int Missed, int FalseAlarms) Mistakes(double falseAlarm, double missed)
        {
            Recipe recipe = Fraud with { Threshold = ThresholdRule.LeastCost(falseAlarm, missed) };
            Judged<T> outcome = Experiment.Run<T>(Payments, recipe);
            ConfusionMatrix confusion = (
                (ClassReport)Evaluation.Run(outcome.Model, Payments, [.. outcome.Plan.Split.Validation])
            ).Confusion;
            return (confusion[0, 1], confusion[1, 0]);
        }
        Assert.That(Mistakes(1, 10_000).Missed, Is.Zero);
        Assert.That(Mistakes(10_000, 1).FalseAlarms, Is.Zero);
        Assert.That(Mistakes(1, 10_000).FalseAlarms, Is.GreaterThan(0));
    }

    [Test]
    public void Folds_and_what_they_pool_are_about_it()
    {
        CrossValidationResult folds = CrossValidation.Run<T>(Payments, Fraud, new CrossValidationOptions { Folds = 3 });
        Assert.That(
            folds.Summaries.Where(summary => summary.Class == "fraud").Select(summary => summary.Name),
            Is.EqualTo(["ROC AUC", "average precision"])
        );
        Assert.That(((ClassReport)folds.Pooled[0]).Positive, Is.EqualTo("fraud"));
        ClassPredictions pooled = (ClassPredictions)folds.OutOfFold[0];
        foreach (FoldResult fold in folds.Folds)
        {
            ClassPredictions own = (ClassPredictions)fold.Predictions;
            for (int place = 0; place < own.Rows.Length; place++)
            {
                Assert.That(pooled.Probability(0, own.Rows[place]), Is.EqualTo(own.Probability(0, place)));
            }
        }
    }

    [Test]
    public void What_is_no_class_of_two_is_refused_before_anything_is_trained()
    {
        void Refuses(Table table, string positive, params string[] told)
        {
            string message = Assert
                .Throws<DataException>(() => Experiment.Run<T>(table, Short with { Positive = positive }))!
                .Message;
            foreach (string part in told)
            {
                Assert.That(message, Does.Contain(part));
            }
        }
        Refuses(Payments, "Fraud", "\"Fraud\", which is no class", "Did you mean \"fraud\"?", "fraud, good");
        Refuses(Payments, "no", "The classes are: fraud, good");
        Refuses(TestTables.Clusters<T>(30, 3), "c1", "one of two; the target has 3", "c0, c1, c2");
        Refuses(TestTables.Line<T>(30), "1", "for classes; the target is a number");
    }
}
