using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Bags of networks are models like any other: honest, the same to the last bit, and kept in one file.</summary>
[TestFixture]
public sealed class EnsembleTests
{
    private static readonly int[] Threads = [1, 2, 5];
    private static readonly Recipe Normal = new() { Effort = Effort.Normal };

    private static readonly Lazy<Judged<float>> Three = new(() =>
        Experiment.Run<float>(TestTables.Clusters<float>(90, 3), Normal)
    );

    private static readonly Lazy<Judged<float>> Line = new(() =>
        Experiment.Run<float>(TestTables.Line<float>(80), Normal with { TestFraction = 0 })
    );

    [Test]
    public void It_learns_what_there_is_to_learn()
    {
        Assert.That(((ClassReport)Three.Value.Test!).Accuracy, Is.GreaterThan(0.9));
        Assert.That(Three.Value.Model.NetworkCount, Is.EqualTo(24));
        Assert.That(Line.Value.OutOfFold!.Measures.First(measure => measure.Name == "R²").Value, Is.GreaterThan(0.95));
    }

    [Test]
    public void Its_answer_is_the_calibrated_mean_of_its_networks()
    {
        Model<float> model = Three.Value.Model;
        Table table = Three.Value.Plan.Table;
        Matrix<double> said = model.Predict(table);
        Matrix<double> mean = new(3, table.Rows);
        foreach (Bag<float> bag in model.Bags)
        {
            foreach (SequentialNetwork<float> network in bag.Networks)
            {
                Model<float> alone = new(bag.Encoding, network, model.Target, Provenance.Unknown);
                Matrix<double> one = alone.Predict(table);
                for (int i = 0; i < mean.Values.Length; i++)
                {
                    mean.Values[i] += one.Values[i] / (bag.Networks.Count * model.Bags.Count);
                }
            }
        }
        double beta = model.Calibration.InverseTemperature;
        double uniform = model.Calibration.UniformShare;
        for (int row = 0; row < table.Rows; row++)
        {
            double[] powers =
            [
                .. mean.Column(row).ToArray().Select(p => Math.Pow(p / mean.Column(row).ToArray().Max(), beta)),
            ];
            double[] wanted = [.. powers.Select(p => (1 - uniform) * p / powers.Sum() + uniform / 3)];
            Assert.That(said.Column(row).ToArray(), Is.EqualTo(wanted).Within(1e-9));
        }
    }

    [Test]
    public void A_member_alone_is_a_model_of_one_network()
    {
        Model<float> model = Three.Value.Model;
        Table table = Three.Value.Plan.Table;
        SequentialNetwork<float>[] networks = [.. model.Bags.SelectMany(bag => bag.Networks)];
        for (int i = 0; i < networks.Length; i += 5)
        {
            Model<float> member = model.Member(i);
            Assert.That(member.NetworkCount, Is.EqualTo(1));
            Assert.That(member.Network, Is.SameAs(networks[i]));
            Assert.That(
                member.Encoding,
                Is.SameAs(model.Bags.First(bag => bag.Networks.Contains(networks[i])).Encoding)
            );
            Assert.That(member.Calibration, Is.EqualTo(Calibration.None));
            Assert.That(member.Predict(table).Columns, Is.EqualTo(table.Rows));
            Model<float> back = ModelFile.Read<float>(new MemoryStream(TestTables.Bytes(member)), "m");
            Assert.That(back.Predict(table).Values.ToArray(), Is.EqualTo(member.Predict(table).Values.ToArray()));
        }
        Assert.That(() => model.Member(networks.Length), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => model.Member(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Model<float> only = model.Member(3);
        Assert.That(only.Member(0), Is.SameAs(only));
    }

    [Test]
    public void A_row_alone_is_answered_as_among_others()
    {
        Model<float> model = Three.Value.Model;
        Table table = Three.Value.Plan.Table;
        Matrix<double> all = model.Predict(table);
        for (int row = 0; row < 5; row++)
        {
            double[] cells = table.Features.Column(row).ToArray();
            Assert.That(model.Predict(cells), Is.EqualTo(all.Column(row).ToArray()));
        }
    }

    [Test]
    public void A_file_gives_back_the_same_answers_and_the_same_bytes()
    {
        foreach (Judged<float> judged in new[] { Three.Value, Line.Value })
        {
            byte[] bytes = TestTables.Bytes(judged.Model);
            Model<float> back = ModelFile.Read<float>(new MemoryStream(bytes), "m");
            Table table = judged.Plan.Table;
            Assert.That(back.Predict(table).Values.ToArray(), Is.EqualTo(judged.Model.Predict(table).Values.ToArray()));
            Assert.That(TestTables.Bytes(back), Is.EqualTo(bytes));
            Assert.That(back.Calibration, Is.EqualTo(judged.Model.Calibration));
        }
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Plan<float> plan = Experiment.Plan<float>(TestTables.Clusters<float>(60, 2), Normal);
        float[][] trained =
        [
            .. Threads.Select(threads =>
            {
                IReadOnlyList<BagMember<float>> members = plan.Bags[0].Build<float>();
                new BagTraining<float>(members, 6, null, new OneRank(threads)).Run(null, CancellationToken.None);
                return members.SelectMany(member => member.Network.Parameters.Values.ToArray()).ToArray();
            }),
        ];
        Assert.That(trained[1], Is.EqualTo(trained[0]));
        Assert.That(trained[2], Is.EqualTo(trained[0]));
    }

    [Test]
    public void A_test_row_has_no_part_in_the_model()
    {
        string[] lines = [.. Enumerable.Range(0, 50).Select(i => $"{i % 7},{i * i % 11},{(i % 2 == 0 ? "p" : "q")}")];
        byte[] Train(string first)
        {
            Table table = CsvText.Read($"a,b,y\n{string.Join('\n', lines.Skip(1).Prepend(first))}\n", "y");
            return TestTables.Bytes(Experiment.Plan<float>(table, Normal, Splitter.TestRows([0])).Train().Model);
        }
        Assert.That(Train("1000,-1000,q"), Is.EqualTo(Train(lines[0])));
    }

    [Test]
    public void Each_row_is_judged_by_networks_that_have_not_learned_from_it()
    {
        Plan<float> plan = Experiment.Plan<float>(TestTables.Clusters<float>(41, 2), Normal);
        foreach (BagPlan bag in plan.Bags)
        {
            int[] all = [.. Enumerable.Range(0, bag.Rows.Length)];
            Assert.That(bag.Folds.SelectMany(fold => fold.Validation).Order(), Is.EqualTo(all));
            foreach (Fold fold in bag.Folds)
            {
                Assert.That(fold.Training.Concat(fold.Validation).Order(), Is.EqualTo(all));
            }
        }
        Assert.That(Line.Value.Trained.OutOfFold!.Rows, Is.EqualTo(Enumerable.Range(0, 80)));
    }

    [Test]
    public void Without_test_rows_the_report_says_who_judged()
    {
        Assert.That(Line.Value.Test, Is.Null);
        Assert.That(Line.Value.OutOfFold!.Notes, Has.Some.Contains("networks that had not learned from it"));
        Assert.That(Three.Value.OutOfFold, Is.Null);
    }

    [Test]
    public void Groups_stay_whole_in_the_folds_and_later_rows_are_never_learned_from_before_earlier_ones()
    {
        Table table = TestTables.Clusters<float>(60, 2);
        string[] groups = [.. Enumerable.Range(0, 60).Select(row => $"g{row / 6}")];
        foreach (BagPlan bag in Experiment.Plan<float>(table, Normal, Splitter.ByGroup(groups, 0.2)).Bags)
        {
            int[] rows = bag.Rows.ToArray();
            foreach (Fold fold in bag.Folds)
            {
                IEnumerable<string> Of(int[] places) => places.Select(place => groups[rows[place]]);
                Assert.That(Of(fold.Training).Intersect(Of(fold.Validation)), Is.Empty);
            }
        }
        double[] times = [.. Enumerable.Range(0, 60).Select(row => (double)(row * 37 % 60))];
        foreach (BagPlan bag in Experiment.Plan<float>(table, Normal, Splitter.ByTime(times, 0.2)).Bags)
        {
            int[] rows = bag.Rows.ToArray();
            Fold only = bag.Folds.Single();
            Assert.That(
                only.Training.Max(place => times[rows[place]]),
                Is.LessThan(only.Validation.Min(place => times[rows[place]]))
            );
        }
    }

    [Test]
    public void Given_validation_rows_choose_the_epoch()
    {
        string[] parts =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(row =>
                    row % 4 == 0 ? "valid"
                    : row % 5 == 0 ? "test"
                    : "train"
                ),
        ];
        Plan<float> plan = Experiment.Plan<float>(TestTables.Clusters<float>(40, 2), Normal, Splitter.ByColumn(parts));
        int[] rows = plan.Bags[0].Rows.ToArray();
        Assert.That(
            plan.Bags[0].Folds.Single().Validation.Select(place => parts[rows[place]]).Distinct(),
            Is.EqualTo(["valid"])
        );
        Assert.That(plan.Train().Model.NetworkCount, Is.EqualTo(plan.Bags.Count));
    }

    [Test]
    public void Cancelled_on_the_way_it_is_what_the_bags_so_far_make_of_it()
    {
        Table table = TestTables.Clusters<float>(60, 2);
        using CancellationTokenSource source = new();
        Told told = new(report =>
        {
            if (report.Epoch == 3)
            {
                source.Cancel();
            }
        });
        Trained<float> trained = Experiment.Plan<float>(table, Normal).Train(told, source.Token);
        Assert.That(trained.Model.Bags, Has.Count.EqualTo(1));
        Assert.That(trained.History.StopReason, Is.EqualTo(StopReason.Cancelled));
        Assert.That(
            () => Experiment.Plan<float>(table, Normal).Train(null, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public void Epochs_are_counted_on_from_bag_to_bag()
    {
        Told told = new();
        Plan<float> plan = Experiment.Plan<float>(TestTables.Clusters<float>(40, 2), Normal);
        plan.Train(told);
        int[] epochs = [.. told.Reports.Select(report => report.Epoch)];
        Assert.That(epochs, Is.Ordered.And.Unique);
        Assert.That(epochs[^1], Is.LessThanOrEqualTo(plan.Epochs));
    }
}
