using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>What a program writes that writes a result: a few readable lines, the same in every culture.</summary>
[NonParallelizable]
public sealed partial class PrintedResultTests
{
    private static readonly Table Flowers = CsvTable.Read(CsvText.Sample("iris.csv"), "species");
    private static readonly Table Patients = CsvTable.Read(CsvText.Sample("diabetes.csv"), "progression");

    private static IEnumerable<object> Results(Table table)
    {
        Recipe recipe = new() { Hidden = [4], Epochs = 3 };
        Judged<float> judged = Experiment.Run<float>(table, recipe);
        yield return table;
        yield return table.Schema[0];
        yield return new CategoryFeature("city", ["Bern", "Tokyo"]);
        yield return new TextFeature("note", ["red wine"]);
        yield return judged;
        yield return judged.Trained;
        yield return judged.Plan;
        yield return judged.SharedRows!;
        yield return judged.Model.Target;
        yield return judged.Model.Provenance;
        yield return judged.Plan.Split;
        yield return judged.Test!;
        yield return judged.Test!.Measures[0];
        yield return judged.Test!.Baselines[0];
        yield return judged.TestPredictions!;
        yield return judged.History;
        yield return judged.Model;
        yield return judged.Model.Network;
        yield return judged.Model.Network.Architecture;
        yield return judged.Model.Encoding;
        yield return judged.Model.Encoding.Parts[0];
        yield return judged.Model.Encoding.Scaling;
        yield return judged.Model.Predict(new Dictionary<string, object?>());
        yield return judged.History.Epochs[0];
        yield return judged.Plan.Task;
        yield return judged.Plan.Training;
        yield return judged.Plan.Recipe;
        yield return table.Target!;
        yield return judged.Test!.Baselines[0].Comparisons[0];
        CrossValidationResult folds = CrossValidation.Run<float>(
            table,
            recipe,
            new CrossValidationOptions { Folds = 3 }
        );
        yield return folds;
        yield return folds.Folds[0];
        yield return folds.Summaries[0];
    }

    private static IEnumerable<object> Values()
    {
        ClassReport report = (ClassReport)Experiment.Run<float>(Flowers, new Recipe { Epochs = 3 }).Test!;
        yield return report.Confusion;
        yield return report.Confusion.Correct;
        yield return report.Confusion.MacroAverage;
        yield return report.Calibration;
        yield return report.Calibration.Bins[0];
        yield return report.Calibration.Bins[^1];
        yield return report.PerClass[0];
        yield return RegressionMetrics.Measure<double>([1.5, 2.5], [1, 4]);
        yield return new ClassRanking("yes", RocAuc.Measure([0.1, 0.9], [false, true]), 0.5);
        yield return new McNemar(3, 1, 20);
        yield return new Recipe
        {
            Hidden = [],
            Dropout = 0.25,
            Patience = null,
            Penalty = new WeightPenalty(L2: 0.5),
            Schedule = LearningRateSchedule.Cosine(),
            Clipping = new ClipByNorm(1.5),
            ClassWeights = ClassWeighting.Balanced,
        };
        yield return new CsvOptions();
        yield return new CsvOptions
        {
            Target = "x",
            Delimiter = ';',
            HasHeader = false,
            DecimalComma = true,
            Ids = ["a", "b"],
            Missing = ["-"],
        };
        yield return CsvFormat.Usual;
        yield return new EncodingOptions();
        yield return new EncodingNote("age", "some");
        yield return new CrossValidationOptions { Groups = ["a", "b", "a"] };
        yield return Splitter.Random(0.25);
        yield return Splitter.TestRows([1]);
        yield return new Finding(FindingKind.Constant, "age", "the same in all rows");
        yield return new NumberFeature("age");
        yield return new DateFeature("day");
        yield return new SharedRow(1, 2);
    }

    [Test]
    public void Results_are_a_few_readable_lines_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            foreach (object result in Results(Flowers).Concat(Results(Patients)).Concat(Values()))
            {
                string text = result.ToString()!;
                Assert.That(text, Does.Not.Contain("System.").And.Not.Contain("`").And.Not.Contain("Tiny.Nn"));
                Assert.That(text, Does.Not.Match(Dump()), text);
                Assert.That(text, Does.Not.Match(CommaNumber()), text);
                Assert.That(text, Has.Length.InRange(1, 900), text);
                Assert.That(text.Split('\n'), Has.Length.AtMost(5), text);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_report_has_its_measures_and_the_verdicts()
    {
        Report report = Experiment.Run<float>(Flowers, new Recipe { Hidden = [4], Epochs = 60 }).Test!;
        string[] lines = report.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith("30 rows: accuracy ").And.Contain(", log-loss "));
        Assert.That(lines[1..], Is.EqualTo(report.Baselines.Select(baseline => baseline.Verdict)));
        Assert.That(
            Flowers.ToString(),
            Does.StartWith("150 rows of 4 features from ").And.EndWith("iris.csv, target species")
        );
    }

    [Test]
    public void A_recipe_tells_what_is_not_as_in_a_new_one()
    {
        Assert.That(
            new Recipe { Hidden = [16, 8] }.ToString(),
            Is.EqualTo("hidden 16-8 relu, adam 0.005, 200 epochs in batches of 32, seed 1")
        );
        Recipe other = new()
        {
            Hidden = [],
            Dropout = 0.25,
            Patience = null,
            RegressionLoss = Loss.Huber,
        };
        Assert.That(
            other.ToString(),
            Is.EqualTo(
                "no hidden layer, adam 0.005, 200 epochs in batches of 32, seed 1, loss huber, dropout 0.25, patience none"
            )
        );
    }

    [TestCase("", "", 0, "unknown")]
    [TestCase("1.2", "", 7, "learned from 7 rows for 0 epochs, version 1.2")]
    [TestCase("", "a.csv", 7, "learned from 7 rows of a.csv for 0 epochs")]
    public void An_origin_tells_what_is_known_of_it(string version, string source, int rows, string told) =>
        Assert.That($"{new Provenance(version, source, rows, Provenance.Unknown.Settings, [])}", Is.EqualTo(told));

    [TestCase(0.00001234, "RMSE 1.23E-05")]
    [TestCase(-0.00001234, "RMSE -1.23E-05")]
    [TestCase(0, "RMSE 0")]
    [TestCase(0.12345, "RMSE 0.1235")]
    [TestCase(1234.56789, "RMSE 1234.5679")]
    [TestCase(double.NaN, "RMSE NaN")]
    public void A_number_that_is_not_0_is_not_told_as_0(double value, string told) =>
        Assert.That(
            new Measure("RMSE", value, null, Direction.SmallerIsBetter, MeasureRange.Error).ToString(),
            Is.EqualTo(told)
        );

    /// <summary>As records write themselves.</summary>
    [GeneratedRegex(@"\{ \w+ = ")]
    private static partial Regex Dump();

    [GeneratedRegex(@"\d,\d")]
    private static partial Regex CommaNumber();
}
