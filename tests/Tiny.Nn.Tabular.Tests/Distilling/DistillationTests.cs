using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Experiments;

namespace Tiny.Nn.Tabular.Tests.Distilling;

/// <summary>A small network that learns the answers of a large model.</summary>
internal sealed class DistillationTests
{
    private const int Rows = 120;

    private static readonly DistillationOptions Quick = new()
    {
        Recipe = new Recipe { Hidden = [8], Epochs = 12 },
        MadePerRow = 4,
    };

    private static readonly string[] Beside = ["large model", "same network trained on the target itself"];

    public static readonly ModelTarget[] Targets = [MixedTable.Classes(2), MixedTable.Classes(3), MixedTable.Number];

    [TestCaseSource(nameof(Targets))]
    public void The_small_one_comes_near_to_the_large_one_from_unlabelled_rows(ModelTarget target)
    {
        Table table = MixedTable.Make(Rows);
        Distilled<float> distilled = MixedTable.Large(table, target).Distill(table, Quick);
        Distilled<float> untrained = MixedTable
            .Large(table, target)
            .Distill(table, Quick with { Recipe = Quick.Recipe with { Epochs = 0 } });
        Assert.That(distilled.Model.NetworkCount, Is.EqualTo(1));
        Assert.That(distilled.Imitation!.Rows, Is.EqualTo(Rows / 5));
        Assert.That(distilled.Imitation.Agreement, Is.GreaterThan(0.5));
        Assert.That(distilled.Imitation.Divergence, Is.LessThan(0.6 * untrained.Imitation!.Divergence));
        Assert.That(distilled.MadeRows, Is.EqualTo(4 * distilled.Split.Training.Length));
        Assert.That(distilled.Report, Is.Null, "there is no target to judge by");
        Assert.That(distilled.Cost.ConstantBytes, Is.LessThan(distilled.LargeCost.ConstantBytes!.Value / 10));
    }

    [Test]
    public void The_same_seed_gives_the_same_bytes()
    {
        Table table = MixedTable.Make(Rows);
        Model<float> large = MixedTable.Large(table, MixedTable.Classes(3));
        byte[] Distill(ulong seed) =>
            TestTables.Bytes(large.Distill(table, Quick with { Recipe = Quick.Recipe with { Seed = seed } }).Model);
        byte[] once = Distill(1);
        Assert.That(Distill(1), Is.EqualTo(once));
        Assert.That(Distill(2), Is.Not.EqualTo(once));
    }

    [Test]
    public void What_is_known_of_the_target_is_kept_and_the_file_tells_where_it_comes_from()
    {
        Table table = MixedTable.Make(Rows);
        ClassTarget target = new("y", ["no", "yes"])
        {
            Threshold = 0.3,
            Positive = "no",
            TrainingCounts = [5, 6],
        };
        Model<float> small = MixedTable.Large(table, target).Distill(table, Quick).Model;
        using MemoryStream file = new(TestTables.Bytes(small));
        Model<float> read = ModelFile.Read<float>(file, "small.tnn");
        ClassTarget kept = (ClassTarget)read.Target;
        Assert.That((kept.Threshold, kept.Positive), Is.EqualTo((0.3, "no")));
        Assert.That(kept.TrainingCounts, Is.EqualTo(target.TrainingCounts));
        Assert.That(read.Provenance.DistilledFrom, Does.StartWith("2 networks of "));
        Assert.That(ExportLanguage.CSharp.Write(read, "Small").Files, Has.Count.EqualTo(1));
    }

    [Test]
    public void Numbers_are_learned_on_their_own_scale_and_keep_range_and_unit()
    {
        Table table = MixedTable.Make(Rows);
        NumberTarget target = (NumberTarget)MixedTable.Number with { Range = (99, 101) };
        Model<float> large = MixedTable.Large(table, target);
        NumberTarget kept = (NumberTarget)large.Distill(table, Quick).Model.Target;
        Assert.That((kept.Unit, kept.Range), Is.EqualTo(("kg", (99.0, 101.0))));
        Assert.That(kept.Scaling.Mean[0], Is.EqualTo(100).Within(1), "of the answers of the large one");
        Assert.That(kept.Scaling.Scale[0], Is.LessThan(2));
    }

    [Test]
    public void With_the_target_both_are_judged_beside_the_network_that_learned_it_directly()
    {
        Table table = TestTables.Clusters<float>(Rows, 3);
        Model<float> large = Experiment
            .Run<float>(
                table,
                new Recipe
                {
                    Hidden = [60],
                    Epochs = 10,
                    TestFraction = 0,
                }
            )
            .Model;
        Distilled<float> distilled = large.Distill(table, Quick);
        Assert.That(distilled.Report!.Rows, Is.EqualTo(Rows / 5));
        Assert.That(distilled.Report.Baselines.Select(baseline => baseline.Name), Is.EqualTo(Beside));
        ClassReport small = (ClassReport)distilled.Report;
        ClassReport of = (ClassReport)distilled.Report.Baselines[0].Report;
        Assert.That(
            of.LogLoss,
            Is.EqualTo(((ClassReport)Evaluation.Run(large, table, distilled.Split.Test.AsSpan())).LogLoss)
        );
        Assert.That(small.Accuracy, Is.GreaterThan(0.9));
    }

    [Test]
    public void Without_held_out_rows_nothing_is_said_of_how_good_it_is()
    {
        Table table = MixedTable.Make(Rows);
        Recipe recipe = Quick.Recipe with { TestFraction = 0, ValidationFraction = 0, Epochs = 1 };
        Distilled<float> distilled = MixedTable
            .Large(table, MixedTable.Number)
            .Distill(table, Quick with { Recipe = recipe });
        Assert.That(distilled.Imitation, Is.Null);
        Assert.That(distilled.Split.Training, Has.Length.EqualTo(Rows));
    }

    [Test]
    public void What_cannot_be_distilled_is_refused()
    {
        Table table = MixedTable.Make(Rows);
        Model<float> large = MixedTable.Large(table, MixedTable.Classes(3));
        Assert.That(
            () => large.Distill(MixedTable.Make(9), Quick),
            Throws.TypeOf<DataException>().With.Message.Contains("9 rows")
        );
        Assert.That(
            () => large.Member(0).Distill(table, Quick with { Recipe = new Recipe { Hidden = [200] } }),
            Throws.TypeOf<ModelFormatException>().With.Message.Contains("nothing to distill")
        );
        Assert.That(
            () => large.Distill(TestTables.Clusters<float>(Rows, 3), Quick),
            Throws.TypeOf<DataException>().With.Message.Contains("count")
        );
        Table others = MixedTable.Make(Rows, new TargetColumn("y", [.. Enumerable.Repeat("unknown", Rows)]));
        Assert.That(
            () => large.Distill(others, Quick),
            Throws.TypeOf<DataException>().With.Message.Contains("unknown")
        );
    }

    [Test]
    public void Cancelled_before_an_epoch_is_over_there_is_no_model()
    {
        Table table = MixedTable.Make(Rows);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.That(
            () => MixedTable.Large(table, MixedTable.Number).Distill(table, Quick, cancellation: source.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }
}
