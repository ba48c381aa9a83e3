using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Tabular.Tests.Experiments;

namespace Tiny.Nn.Tabular.Tests.Distilling;

/// <summary>The rows that judge a large and a small model: of the file that the large one learned from they are those that it never saw.</summary>
internal sealed class HeldOutRowsTests
{
    private const ulong LargeSeed = 7;

    [TestCase("iris.csv", "species", Effort.None)]
    [TestCase("iris.csv", "species", Effort.Normal)]
    [TestCase("diabetes.csv", "progression", Effort.None)]
    public void They_are_the_test_rows_of_the_large_model_whatever_the_seed(string file, string target, Effort effort)
    {
        Table table = TestTables.Sample<float>(file, target);
        Plan<float> plan = Experiment.Plan<float>(
            table,
            new Recipe
            {
                Hidden = [20],
                Epochs = 1,
                Seed = LargeSeed,
                Effort = effort,
            }
        );
        Model<float> large = new(
            plan.Encoding,
            plan.Architecture.Build<float>(new Generator(1)),
            Experiment.Plan<float>(table, new Recipe { Epochs = 1 }).Train().Model.Target,
            new Provenance(
                "",
                file,
                table.Rows - plan.Split.Test.Length,
                plan.Recipe.ToSettings(plan.Task.Kind, plan.TestShare),
                []
            )
        );
        Table read = CsvTable.Read(CsvText.Sample(file), large.Schema, target);
        HeldOutRows rows = HeldOutRows.Of(large, large.Predict(read), read, new Recipe { Seed = 2 });
        Assert.That(rows.Split.Test, Is.EqualTo(plan.Split.Test));
        Assert.That(rows.LargeMayKnow, Is.False);
        Assert.That(rows.Split.Validation, Is.Not.Empty);
        Assert.That(
            rows.Split.Training.Concat(rows.Split.Validation).Concat(rows.Split.Test).Order(),
            Is.EqualTo(Enumerable.Range(0, table.Rows))
        );
    }

    [TestCase("iris.csv", 0.3, 120, null, true)]
    [TestCase("iris.csv", 0.2, 150, null, true)]
    [TestCase("iris.csv", 0.2, 120, "group", true)]
    [TestCase("other.csv", 0.2, 120, null, false)]
    [TestCase("", 0.2, 120, null, false)]
    public void The_large_one_may_know_them_where_it_learned_from_such_a_file_otherwise(
        string file,
        double share,
        int learned,
        string? setting,
        bool mayKnow
    )
    {
        Table table = TestTables.Sample<float>("iris.csv", "species");
        Recipe recipe = new()
        {
            Hidden = [2],
            Epochs = 1,
            TestFraction = share,
        };
        Model<float> trained = Experiment.Run<float>(table, recipe).Model;
        Dictionary<string, string> settings = new(trained.Provenance.Settings);
        if (setting is not null)
        {
            settings[setting] = "patient";
        }
        Model<float> large = trained.With(
            trained.Provenance with
            {
                Source = file,
                Rows = learned,
                Settings = settings,
            }
        );
        HeldOutRows rows = HeldOutRows.Of(large, large.Predict(table), table, new Recipe());
        Assert.That(rows.LargeMayKnow, Is.EqualTo(mayKnow));
        Assert.That(rows.Split.Test, Has.Length.EqualTo(30));
    }
}
