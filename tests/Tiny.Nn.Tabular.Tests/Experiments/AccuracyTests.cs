using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>The default recipe on real data: five folds over fixed seeds, each row judged by a model that has not seen it.</summary>
[TestFixture]
[Category("Accuracy")]
public sealed class AccuracyTests
{
    [TestCase("iris.csv", "species", 0.95, 2)]
    [TestCase("wine.csv", "class", 0.96, 1)]
    [TestCase("breast_cancer.csv", "diagnosis", 0.96, 1)]
    public void Classes_are_recognised_by_the_default_recipe(string file, string target, double least, int seeds)
    {
        Table table = TestTables.Sample<float>(file, target);
        double accuracy = Average(
            seeds,
            seed => RandomFolds.Of(table.Target!.Codes.Span, 5, new Generator(seed)),
            (fold, seed) => ((ClassReport)Judge(table, fold, new Recipe { Seed = seed })).Accuracy
        );
        TestContext.Out.WriteLine($"{file}: accuracy {accuracy:F4}");
        Assert.That(accuracy, Is.GreaterThanOrEqualTo(least));
    }

    [Test]
    public void Digits_are_recognised()
    {
        Table table = TestTables.Sample<float>("digits.csv", "digit");
        Recipe recipe = new() { Hidden = [128], Epochs = 20 };
        ClassReport report = (ClassReport)Experiment.Run<float>(table, recipe).Test!;
        TestContext.Out.WriteLine($"digits: accuracy {report.Accuracy:F4}");
        Assert.That(report.Accuracy, Is.GreaterThanOrEqualTo(0.97));
    }

    [Test]
    public void The_progress_of_diabetes_is_foretold()
    {
        Table table = TestTables.Sample<float>("diabetes.csv", "progression");
        double explained = Average(
            1,
            seed => RandomFolds.Of(new int[table.Rows], 5, new Generator(seed)),
            (fold, seed) => ((NumberReport)Judge(table, fold, new Recipe { Seed = seed })).Metrics.RSquared
        );
        TestContext.Out.WriteLine($"diabetes: R² {explained:F4}");
        Assert.That(explained, Is.GreaterThanOrEqualTo(0.40));
    }

    private static Report Judge(Table table, Split fold, Recipe recipe) =>
        Evaluation.Run(
            Experiment.Plan<float>(table, fold.Training.AsSpan(), recipe).Train().Model,
            table,
            fold.Test.AsSpan()
        );

    private static double Average(
        int seeds,
        Func<ulong, IReadOnlyList<Split>> folds,
        Func<Split, ulong, double> judge
    ) =>
        Enumerable
            .Range(1, seeds)
            .Select(seed => (ulong)seed)
            .SelectMany(seed => folds(seed).Select(fold => judge(fold, seed)))
            .Average();
}
