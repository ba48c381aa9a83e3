using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>What a program writes that writes a result: a few readable lines, the same in every culture.</summary>
[NonParallelizable]
public sealed partial class PrintedResultTests
{
    private static readonly Table<float> Flowers = CsvTable.Read<float>(CsvText.Sample("iris.csv"), "species");
    private static readonly Table<float> Patients = CsvTable.Read<float>(CsvText.Sample("diabetes.csv"), "progression");

    private static IEnumerable<object> Results(Table<float> table)
    {
        Recipe recipe = new() { Hidden = [4], Epochs = 3 };
        Judged<float> judged = Experiment.Run(table, recipe);
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
            foreach (object result in Results(Flowers).Concat(Results(Patients)))
            {
                string text = result.ToString()!;
                Assert.That(text, Does.Not.Contain("System.").And.Not.Contain("`").And.Not.Contain("Tiny.Nn"));
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
        Report report = Experiment.Run(Flowers, new Recipe { Hidden = [4], Epochs = 60 }).Test!;
        string[] lines = report.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith("30 rows: accuracy ").And.Contain(", log-loss "));
        Assert.That(lines[1..], Is.EqualTo(report.Baselines.Select(baseline => baseline.Verdict)));
        Assert.That(
            Flowers.ToString(),
            Does.StartWith("150 rows of 4 features from ").And.EndWith("iris.csv, target species")
        );
    }

    [GeneratedRegex(@"\d,\d")]
    private static partial Regex CommaNumber();
}
