using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Weights of classes and of rows, and the threshold of two classes.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class WeightingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Recipe Short = new() { Epochs = 5, Hidden = [4] };

    /// <summary>One row in five is of the class "rare", and nothing tells them apart.</summary>
    private static readonly Table Uneven = TestTables.With<T>([
        .. Enumerable.Range(0, 100).Select(row => row % 5 == 0 ? "rare" : "common"),
    ]);

    [Test]
    public void Balanced_weights_are_those_that_make_classes_equal()
    {
        Recipe balanced = Short with { ClassWeights = ClassWeighting.Balanced };
        Judged<T> outcome = Experiment.Run<T>(Uneven, balanced);
        int[] counts = new int[2];
        foreach (int row in outcome.Plan.Split.Training)
        {
            counts[Uneven.Target!.Codes.Span[row]]++;
        }
        double n = counts.Sum();
        Dictionary<string, double> weights = new() { ["common"] = n / 2 / counts[0], ["rare"] = n / 2 / counts[1] };
        Recipe given = Short with { ClassWeights = ClassWeighting.Given(weights) };
        Assert.That(Parameters(Experiment.Run<T>(Uneven, given)), Is.EqualTo(Parameters(outcome)));
        Assert.That(Parameters(Experiment.Run<T>(Uneven, Short)), Is.Not.EqualTo(Parameters(outcome)));
    }

    [Test]
    public void A_rare_class_is_seen_when_classes_count_the_same()
    {
        Recipe recipe = new()
        {
            Hidden = [],
            Patience = null,
            Epochs = 60,
        };
        ClassReport plain = (ClassReport)Experiment.Run<T>(Uneven, recipe).Test!;
        ClassReport balanced = (ClassReport)
            Experiment.Run<T>(Uneven, recipe with { ClassWeights = ClassWeighting.Balanced }).Test!;
        Assert.That(balanced.Confusion.PredictedCount(1), Is.GreaterThan(plain.Confusion.PredictedCount(1)));
        Assert.That(balanced.Confusion.Recall(1), Is.GreaterThan(plain.Confusion.Recall(1)));
    }

    [Test]
    public void Equal_weights_are_none()
    {
        T[] none = Parameters(Experiment.Run<T>(Uneven, Short));
        double[] twos = [.. Enumerable.Repeat(2.0, 100)];
        Assert.That(Parameters(Experiment.Plan<T>(Uneven, Short, weights: twos).Train().Judge()), Is.EqualTo(none));
        Recipe same = Short with { ClassWeights = ClassWeighting.Given([]) };
        Assert.That(Parameters(Experiment.Run<T>(Uneven, same)), Is.EqualTo(none));
    }

    [Test]
    public void Weights_of_rows_are_those_of_their_classes_where_all_rows_of_a_class_have_the_same()
    {
        double[] weights = [.. Uneven.Target!.Texts.Select(text => text == "rare" ? 4.0 : 1)];
        Recipe recipe = Short with { ClassWeights = ClassWeighting.Given([new("rare", 4)]) };
        T[] byRow = Parameters(Experiment.Plan<T>(Uneven, Short, weights: weights).Train().Judge());
        Assert.That(Parameters(Experiment.Run<T>(Uneven, recipe)), Is.EqualTo(byRow));
    }

    [Test]
    public void Rows_count_in_a_regression_too_and_the_report_is_unweighted()
    {
        Table line = TestTables.Line<T>(40);
        double[] weights = [.. Enumerable.Range(0, 40).Select(row => row % 3 + 0.5)];
        Judged<T> outcome = Experiment.Plan<T>(line, Short, weights: weights).Train().Judge();
        Assert.That(Parameters(outcome), Is.Not.EqualTo(Parameters(Experiment.Run<T>(line, Short))));
        Report again = Evaluation.Run(outcome.Model, line, outcome.TestPredictions!.Rows.AsSpan());
        Assert.That(((NumberReport)outcome.Test!).Metrics, Is.EqualTo(((NumberReport)again).Metrics));
    }

    [Test]
    public void Weights_that_make_no_sense_are_problems_of_the_data()
    {
        double[] bad = [.. Enumerable.Range(0, 100).Select(row => row == 7 ? -1.0 : 1)];
        Assert.That(
            () => Experiment.Plan<T>(Uneven, Short, weights: bad).Train().Judge(),
            Throws.TypeOf<DataException>().With.Message.Contains("line 9")
        );
        Assert.That(
            () => Experiment.Plan<T>(Uneven, Short, weights: new double[100]).Train().Judge(),
            Throws.TypeOf<DataException>().With.Message.Contains("weight 0")
        );
        Assert.That(
            () => Experiment.Plan<T>(Uneven, Short, weights: new double[3]).Train().Judge(),
            Throws.ArgumentException
        );
        Recipe misspelt = Short with { ClassWeights = ClassWeighting.Given([new("rara", 2)]) };
        Assert.That(
            () => Experiment.Run<T>(Uneven, misspelt),
            Throws.TypeOf<DataException>().With.Message.Contains("Did you mean \"rare\"?")
        );
        Recipe balanced = Short with { ClassWeights = ClassWeighting.Balanced };
        Assert.That(() => Experiment.Run<T>(TestTables.Line<T>(20), balanced), Throws.TypeOf<DataException>());
        Assert.That(() => ClassWeighting.Given([new("a", -1)]), Throws.ArgumentException);
    }

    [Test]
    public void Settings_tell_of_weights_and_threshold_where_they_are_not_the_usual_ones()
    {
        Recipe recipe = new()
        {
            ClassWeights = ClassWeighting.Given([new("b", 2.5), new("a", 1)]),
            Threshold = new LeastCost(1, 5),
        };
        IReadOnlyDictionary<string, string> settings = recipe.ToSettings(TargetKind.Classification);
        Assert.That(settings["class-weight"], Is.EqualTo("a=1,b=2.5"));
        Assert.That(settings["threshold"], Is.EqualTo("cost:1,5"));
        Assert.That(new FixedThreshold(0.25).ToString(), Is.EqualTo("0.25"));
        Assert.That(ThresholdRule.LargestF1.ToString(), Is.EqualTo("f1"));
        Assert.That(ThresholdRule.LargestBalancedAccuracy.ToString(), Is.EqualTo("balanced-accuracy"));
        Assert.That(ClassWeighting.Balanced.ToString(), Is.EqualTo("balanced"));
        Assert.That(ClassWeighting.None.ToString(), Is.EqualTo("none"));
    }

    [Test]
    public void A_given_threshold_decides_in_the_report()
    {
        Judged<T> half = Experiment.Run<T>(Uneven, Short);
        Judged<T> low = Experiment.Run<T>(Uneven, Short with { Threshold = new FixedThreshold(0) });
        Assert.That(Parameters(low), Is.EqualTo(Parameters(half)));
        Assert.That(((ClassReport)low.Test!).Threshold, Is.Zero);
        Assert.That(((ClassReport)low.Test).Confusion.PredictedCount(1), Is.EqualTo(low.Test.Rows));
        Assert.That(((ClassReport)low.Test).LogLoss, Is.EqualTo(((ClassReport)half.Test!).LogLoss));
        Assert.That((Threshold(half), Threshold(low)), Is.EqualTo((0.5, 0.0)));
    }

    [Test]
    public void Validation_rows_choose_the_threshold()
    {
        Recipe recipe = Short with { Threshold = ThresholdRule.LargestF1 };
        Judged<T> outcome = Experiment.Run<T>(Uneven, recipe);
        ClassPredictions validation = (ClassPredictions)
            Evaluation.Predict(outcome.Model, Uneven, [.. outcome.Plan.Split.Validation]);
        double chosen = Threshold(outcome);
        double F1(double threshold) => ((ClassReport)validation.At(threshold).Report()).Confusion.F1(1);
        double[] others = [.. Enumerable.Range(0, 200).Select(i => i / 200.0)];
        Assert.That(F1(chosen), Is.EqualTo(others.Max(F1)).And.GreaterThan(0));
        ClassPredictions test = (ClassPredictions)outcome.TestPredictions!;
        for (int place = 0; place < test.Rows.Length; place++)
        {
            Assert.That(test.Predicted[place], Is.EqualTo(test.Probability(1, place) > chosen ? 1 : 0));
        }
    }

    [Test]
    public void A_threshold_needs_two_classes_and_rows_to_choose_it_by()
    {
        Recipe recipe = Short with { Threshold = ThresholdRule.LargestBalancedAccuracy };
        Table[] others = [TestTables.Clusters<T>(30, 3), TestTables.Line<T>(30)];
        foreach (Table table in others)
        {
            Assert.That(() => Experiment.Run<T>(table, recipe), Throws.TypeOf<DataException>());
            Predictions predictions = Experiment.Run<T>(table, Short).TestPredictions!;
            Assert.That((predictions as ClassPredictions)?.Threshold, Is.Null);
        }
        Assert.That(
            () => Experiment.Run<T>(Uneven, recipe with { ValidationFraction = 0 }),
            Throws.TypeOf<DataException>().With.Message.Contains("no validation rows")
        );
        ClassPredictions three = (ClassPredictions)Experiment.Run<T>(others[0], Short).TestPredictions!;
        Assert.That(() => three.At(0.3), Throws.InvalidOperationException);
        ClassPredictions two = (ClassPredictions)Experiment.Run<T>(Uneven, Short).TestPredictions!;
        Assert.That(() => two.At(1.5), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static T[] Parameters(Judged<T> outcome) => outcome.Model.Network.Parameters.Values.ToArray();

    private static double Threshold(Judged<T> judged) => ((ClassTarget)judged.Model.Target).Threshold;
}
