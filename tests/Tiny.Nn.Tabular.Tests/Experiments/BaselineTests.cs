using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Simpler models beside the one that was asked for, and what may be said of the difference.</summary>
public sealed class BaselineTests
{
    private static readonly Recipe Able = new()
    {
        Hidden = [16],
        Epochs = 150,
        Optimizer = new Adam(0.02),
    };

    [Test]
    public void Where_the_linear_model_must_fail_the_network_beats_it()
    {
        ClassReport report = (ClassReport)Experiment.Run<float>(Checkers(400), Able).Test!;
        Assert.That(report.Baselines.Select(baseline => baseline.Name), Is.EqualTo(["majority class", "linear model"]));
        Assert.That(report.Baselines.Select(baseline => baseline.Judgement), Is.All.EqualTo(Judgement.Better));
        Comparison accuracy = report.Baselines[1].Comparisons[0];
        Assert.That(accuracy.First, Is.EqualTo(report.Accuracy));
        Assert.That(accuracy.Second, Is.EqualTo(((ClassReport)report.Baselines[1].Report).Accuracy).And.LessThan(0.75));
        Assert.That(accuracy.PValue, Is.LessThan(0.001));
        Assert.That(accuracy.Difference.Lower, Is.GreaterThan(0));
        Assert.That(
            report.Baselines[1].Verdict,
            Does.Match(
                @"^The model beats the linear model: accuracy (0\.9\d+|1\.0000) against 0\.[3-7]\d+, "
                    + @"difference 0\.\d{4} to 0\.\d{4} \(95 % interval, p < 0\.001\)\.$"
            )
        );
        Assert.That(report.Notes, Is.Empty);
    }

    [Test]
    public void Where_there_is_nothing_to_learn_nothing_is_shown()
    {
        Table noise = TestTables.With<float>([.. Enumerable.Range(0, 200).Select(row => row % 3 == 0 ? "p" : "q")]);
        Report report = Experiment.Run<float>(noise, Able with { Epochs = 20 }).Test!;
        Assert.That(report.Baselines.Select(baseline => baseline.Judgement), Has.None.EqualTo(Judgement.Better));
        Assert.That(
            report.Baselines[0].Verdict,
            Does.Contain(" the majority class: accuracy 0.").And.Contain(", p = ")
        );
    }

    [Test]
    public void A_line_needs_no_hidden_layer()
    {
        Recipe recipe = Able with { Epochs = 300, Patience = null };
        NumberReport report = (NumberReport)Experiment.Run<float>(TestTables.Line<double>(200), recipe).Test!;
        Assert.That(report.Baselines.Select(baseline => baseline.Name), Is.EqualTo(["training mean", "linear model"]));
        Assert.That(report.Baselines[0].Judgement, Is.EqualTo(Judgement.Better));
        Assert.That(report.Baselines[1].Judgement, Is.Not.EqualTo(Judgement.Better));
        Assert.That(((NumberReport)report.Baselines[0].Report).Metrics, Is.EqualTo(report.Baseline));
        Comparison error = report.Baselines[0].Comparisons[0];
        Assert.That((error.Measure, error.PValue), Is.EqualTo(("RMSE", (double?)null)));
        Assert.That(error.Difference.Contains(error.First - error.Second), Is.True);
        Assert.That(report.Baselines[0].Verdict, Does.EndWith("(95 % interval)."));
    }

    [Test]
    public void The_majority_and_the_shares_are_those_of_the_training_rows()
    {
        // Training has p three times, q once; the test only q.
        Table table = TestTables.With<float>("p", "p", "p", "q", "q", "q");
        Recipe recipe = new() { Epochs = 1, ValidationFraction = 0 };
        Judged<float> outcome = Experiment.Plan<float>(table, recipe, Splitter.TestRows([4, 5])).Train().Judge();
        ClassReport majority = (ClassReport)outcome.Test!.Baselines[0].Report;
        Assert.That(majority.Accuracy, Is.Zero);
        Assert.That(majority.LogLoss, Is.EqualTo(Math.Log(4)).Within(1e-12));
    }

    [Test]
    public void The_linear_model_is_the_same_whatever_the_network_is_trained_by()
    {
        Table table = TestTables.Clusters<float>(60, 3);
        Recipe recipe = new()
        {
            Epochs = 10,
            Hidden = [4],
            Dropout = 0.2,
        };
        Recipe another = new()
        {
            Epochs = 3,
            BatchSize = 7,
            Optimizer = new Sgd(0.001),
            Penalty = new WeightPenalty(L1: 1),
        };
        ClassReport beside = (ClassReport)Experiment.Run<float>(table, recipe).Test!.Baselines[1].Report;
        ClassReport again = (ClassReport)Experiment.Run<float>(table, another).Test!.Baselines[1].Report;
        ClassReport alone = (ClassReport)Experiment.Run<float>(table, recipe.Linear()).Test!;
        Assert.That(beside.LogLoss, Is.EqualTo(alone.LogLoss).And.EqualTo(again.LogLoss));
        Assert.That(alone.Baselines, Has.Count.EqualTo(1), "a linear model is not compared with itself");
    }

    [TestCase(60)]
    [TestCase(200)]
    public void Beside_bags_rows_set_aside_choose_the_penalty_and_then_all_rows_are_learned_from(int rows)
    {
        Table table = TestTables.Clusters<double>(rows, 3);
        Plan<double> plan = Experiment.Plan<double>(table, new Recipe { Effort = Effort.Normal });
        Trained<double> linear = LinearModel.Train(plan, CancellationToken.None);
        Assert.That(linear.Plan.Split, Is.SameAs(plan.Split));
        Assert.That(linear.Plan.Training.Count, Is.EqualTo(plan.Split.Training.Length));
        double weight = linear.Plan.Recipe.Penalty.L2 * linear.Plan.Training.Count;
        Assert.That(new double[] { 1000, 100, 10, 1, 0.1 }, Has.Some.EqualTo(weight).Within(1e-9));

        // The optimum does not depend on where it was looked for from.
        Trained<double> again = plan.With(linear.Plan.Recipe).Train();
        Assert.That(linear.History.Kept!.TrainingLoss, Is.EqualTo(again.History.Kept!.TrainingLoss).Within(1e-9));
    }

    [TestCase(Effort.None)]
    [TestCase(Effort.Normal)]
    public void A_threshold_that_is_chosen_is_chosen_for_the_linear_model_too(Effort effort)
    {
        Recipe recipe = new()
        {
            Effort = effort,
            Threshold = ThresholdRule.LargestF1,
            Epochs = 20,
        };
        Report report = Experiment.Run<float>(TestTables.Clusters<float>(60, 2), recipe).Test!;
        Assert.That(report.Notes, Has.None.Contains("no linear model"));
        ClassReport linear = (ClassReport)report.Baselines[1].Report;
        Assert.That(linear.Threshold, Is.Not.Null);
        Assert.That(linear.Accuracy, Is.GreaterThan(0.8));
    }

    [TestCase(Effort.None)]
    [TestCase(Effort.Normal)]
    public void What_does_not_go_with_the_target_is_refused_before_anything_is_trained(Effort effort)
    {
        Recipe recipe = new() { Effort = effort, Threshold = ThresholdRule.Fixed(0.3) };
        Plan<float> plan = Experiment.Plan<float>(TestTables.Line<float>(40), recipe);
        Told told = new();
        Assert.That(() => plan.Train(told), Throws.TypeOf<DataException>().With.Message.Contains("for classes"));
        Assert.That(told.Reports, Is.Empty);
    }

    [Test]
    public void A_linear_model_that_cannot_be_trained_is_said()
    {
        Recipe recipe = new() { Epochs = 10 };
        Trained<float> trained = Experiment.Plan<float>(TestTables.Clusters<float>(60, 3), recipe).Train();
        Report report = trained.Judge(new CancellationToken(canceled: true)).Test!;
        Assert.That(report.Baselines, Has.Count.EqualTo(1));
        Assert.That(
            report.Notes,
            Is.EqualTo(["There is no linear model to compare with: its training was cancelled."])
        );
    }

    [Test]
    public void A_comparison_is_mcnemars_for_classes_and_a_mirror_when_turned_round()
    {
        Table table = Checkers(300);
        Judged<float> network = Experiment.Run<float>(table, Able);
        Judged<float> linear = Experiment.Run<float>(table, Able with { Hidden = [] });
        Predictions one = network.TestPredictions!;
        Predictions other = linear.TestPredictions!;
        IReadOnlyList<Comparison> forth = Comparison.Between(one, other);
        IReadOnlyList<Comparison> back = Comparison.Between(other, one);
        bool[] Right(Predictions predictions)
        {
            ClassPredictions classes = (ClassPredictions)predictions;
            return [.. classes.Predicted.Zip(classes.Actual, (p, a) => p == a)];
        }
        McNemar test = McNemar.Compare(Right(one), Right(other));
        Assert.That(forth[0].PValue, Is.EqualTo(test.MidPValue).And.EqualTo(back[0].PValue));
        Assert.That(forth[0].Difference, Is.EqualTo(test.DifferenceInterval()));
        Assert.That(forth.Select(c => c.Judgement), Is.All.EqualTo(Judgement.Better));
        Assert.That(back.Select(c => c.Judgement), Is.All.EqualTo(Judgement.Worse));
        Assert.That(back[1].Difference.Lower, Is.EqualTo(-forth[1].Difference.Upper).Within(1e-12));
        Assert.That(Comparison.Between(one, one).Select(c => c.Judgement), Is.All.EqualTo(Judgement.NotSignificant));
    }

    [Test]
    public void Only_what_was_said_of_the_same_rows_can_be_compared()
    {
        Table table = TestTables.Clusters<float>(60, 3);
        Recipe recipe = new() { Epochs = 1 };
        Predictions one = Experiment.Run<float>(table, recipe).TestPredictions!;
        Predictions other = Experiment.Run<float>(table, recipe with { Seed = 2 }).TestPredictions!;
        Predictions numbers = Experiment.Run<float>(TestTables.Line<float>(60), recipe).TestPredictions!;
        Assert.That(() => Comparison.Between(one, other), Throws.ArgumentException);
        Assert.That(() => Comparison.Between(one, numbers), Throws.ArgumentException);
    }

    [Test]
    public void Measures_are_the_report_number_by_number()
    {
        ClassReport two = (ClassReport)Experiment.Run<float>(Checkers(100), Able with { Epochs = 5 }).Test!;
        Assert.That(
            string.Join(", ", two.Measures.Select(measure => measure.Name)),
            Is.EqualTo(
                "accuracy, balanced accuracy, macro F1, Matthews, kappa, log-loss, Brier, calibration error, ROC AUC, average precision"
            )
        );
        Assert.That(two.Measures[0].Value, Is.EqualTo(two.Accuracy));
        Assert.That(two.Measures[0].Interval, Is.EqualTo(new Proportion(two.Confusion.Correct.Successes, 20).Wilson()));
        Assert.That(two.Measures[8].Value, Is.EqualTo(two.Ranking!.RocAuc.Value));
        Assert.That(two.Ranking.Positive, Is.EqualTo(two.Classes[1]));
        foreach (Measure measure in two.Measures.Where(measure => measure.Interval is not null))
        {
            Assert.That(measure.Interval!.Value.Contains(measure.Value), Is.True, measure.Name);
        }
        Assert.That(two.PerClass.Select(result => result.Name), Is.EqualTo(two.Classes));
        Assert.That(two.PerClass.Select(result => result.Support).Sum(), Is.EqualTo(20));
        Assert.That(two.PerClass[1].Scores, Is.EqualTo(two.Confusion.Scores(1)));
        NumberReport numbers = (NumberReport)
            Experiment.Run<float>(TestTables.Line<float>(60), Able with { Epochs = 5 }).Test!;
        Assert.That(
            string.Join(", ", numbers.Measures.Select(measure => measure.Name)),
            Is.EqualTo("RMSE, MAE, R², median error, maximum error")
        );
        Assert.That(numbers.Measures[2].Value, Is.EqualTo(numbers.Metrics.RSquared));
    }

    [Test]
    public void Of_a_single_row_little_is_known_and_nothing_is_invented()
    {
        Splitter single = Splitter.TestRows([3]);
        NumberReport number = (NumberReport)
            Experiment.Plan<float>(TestTables.Line<float>(30), Able with { Epochs = 2 }, single).Train().Judge().Test!;
        Assert.That(number.Metrics.RSquared, Is.NaN);
        Assert.That(number.RSquaredInterval.IsKnown || number.RootMeanSquaredErrorInterval.IsKnown, Is.False);
        Assert.That(number.Baselines[0].Judgement, Is.EqualTo(Judgement.NotSignificant));
        ClassReport classes = (ClassReport)
            Experiment.Plan<float>(Checkers(30), Able with { Epochs = 2 }, single).Train().Judge().Test!;
        Assert.That(classes.Ranking, Is.Null);
        Assert.That(classes.Measures[8].Value, Is.NaN);
        Assert.That(classes.LogLossInterval.IsKnown, Is.False);
        Assert.That(classes.Baselines[0].Judgement, Is.EqualTo(Judgement.NotSignificant));
    }

    /// <summary>Two features around the corners of a square; diagonal corners are of one class.</summary>
    internal static Table Checkers(int rows)
    {
        Generator generator = new(11);
        string Number(int side) =>
            (side * 2 - 1 + 0.3 * generator.NextNormal()).ToString("R", CultureInfo.InvariantCulture);
        IEnumerable<string> lines = Enumerable
            .Range(0, rows)
            .Select(row => $"{Number(row % 2)},{Number(row / 2 % 2)},{(row % 2 == row / 2 % 2 ? "same" : "other")}\n");
        return CsvText.Read("a,b,y\n" + string.Concat(lines), "y");
    }
}
