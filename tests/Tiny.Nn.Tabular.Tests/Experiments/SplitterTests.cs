using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Which rows are for training, for validation and for the report.</summary>
public sealed class SplitterTests
{
    private static readonly Recipe Short = new() { Epochs = 2, Hidden = [3] };
    private static readonly Table Classes = TestTables.Clusters<float>(60, 3);
    private static readonly Table Line = TestTables.Line<float>(60);

    [Test]
    public void Without_a_splitter_the_recipe_has_its_share()
    {
        Judged<float> plain = Experiment.Run<float>(Classes, Short);
        Judged<float> share = Run(Classes, Splitter.Random(0.2));
        Assert.That(TestTables.Bytes(share.Model), Is.EqualTo(TestTables.Bytes(plain.Model)));
        Assert.That(TestRows(share), Is.EqualTo(TestRows(plain)));
        Assert.That(Run(Classes, Splitter.Random(0)).Test, Is.Null);
        Assert.That(() => Splitter.Random(1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Given_rows_are_the_test_rows()
    {
        Judged<float> outcome = Run(Classes, Splitter.TestRows([5, 3, 40]));
        Assert.That(TestRows(outcome), Is.EqualTo([3, 5, 40]));
        Assert.That(Known(outcome), Is.EquivalentTo(Enumerable.Range(0, 60).Except([3, 5, 40])));
        Assert.That(() => Run(Classes, Splitter.TestRows([60])), Throws.ArgumentException);
        Assert.That(() => Run(Classes, Splitter.TestRows([1, 1])), Throws.ArgumentException);
        int[] all = [.. Enumerable.Range(0, 60)];
        Assert.That(() => Run(Classes, Splitter.TestRows(all)), Throws.TypeOf<DataException>());
    }

    [Test]
    public void Groups_are_whole_in_training_validation_and_test([Values] bool classes, [Range(1, 5)] int seed)
    {
        Table table = classes ? Classes : Line;
        string[] groups = [.. Enumerable.Range(0, 60).Select(row => $"g{row * 7 % 60 / 4}")];
        Recipe recipe = Short with { Seed = (ulong)seed };
        Judged<float> outcome = Experiment.Plan<float>(table, recipe, Splitter.ByGroup(groups, 0.2)).Train().Judge();
        IReadOnlyList<int>[] parts =
        [
            outcome.Plan.Split.Training,
            outcome.Plan.Split.Validation,
            outcome.TestPredictions!.Rows,
        ];
        Assert.That(parts.SelectMany(rows => rows), Is.EquivalentTo(Enumerable.Range(0, 60)));
        string[] groupsOfParts = [.. parts.SelectMany(rows => rows.Select(row => groups[row]).Distinct())];
        Assert.That(groupsOfParts, Is.Unique);
        Assert.That(parts[2], Has.Count.EqualTo(12).Within(2));
        Assert.That(parts[1], Has.Count.EqualTo(7).Within(2));
    }

    [Test]
    public void The_future_is_foretold_from_the_past()
    {
        double[] times = [.. Enumerable.Range(0, 60).Select(row => (double)(row * 37 % 60))];
        Judged<float> outcome = Run(Line, Splitter.ByTime(times, 0.25));
        double[] Of(IEnumerable<int> rows) => [.. rows.Select(row => times[row])];
        Assert.That(TestRows(outcome), Has.Length.EqualTo(15));
        Assert.That(Of(outcome.Plan.Split.Training).Max(), Is.LessThan(Of(outcome.Plan.Split.Validation).Min()));
        Assert.That(Of(outcome.Plan.Split.Validation).Max(), Is.LessThan(Of(TestRows(outcome)).Min()));
        Judged<float> whole = Experiment
            .Plan<float>(Line, Short with { ValidationFraction = 0 }, Splitter.ByTime(times, 0.25))
            .Train()
            .Judge();
        Assert.That(whole.Plan.Split.Validation, Is.Empty);
        Assert.That(whole.Plan.Split.Training, Has.Length.EqualTo(45));
        Assert.That(() => Run(Line, Splitter.ByTime([1, 2], 0.5)), Throws.ArgumentException);
    }

    [Test]
    public void A_column_may_say_it_all()
    {
        string[] texts =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(row =>
                    row < 40 ? "train"
                    : row < 50 ? "valid"
                    : "test"
                ),
        ];
        Judged<float> outcome = Run(Classes, Splitter.ByColumn(texts));
        Assert.That(outcome.Plan.Split.Training, Is.EqualTo(Enumerable.Range(0, 40)));
        Assert.That(outcome.Plan.Split.Validation, Is.EqualTo(Enumerable.Range(40, 10)));
        Assert.That(TestRows(outcome), Is.EqualTo(Enumerable.Range(50, 10)));

        // Without validation rows, some of the training rows choose the epoch.
        string[] two = [.. texts.Select(text => text == "valid" ? "train" : text)];
        Judged<float> chosen = Run(Classes, Splitter.ByColumn(two));
        Assert.That(chosen.Plan.Split.Validation, Is.Not.Empty);
        Assert.That(Known(chosen), Is.EquivalentTo(Enumerable.Range(0, 50)));
        Splitter few = Splitter.ByColumn(["train", "test"]);
        Assert.That(() => Run(Classes, few), Throws.ArgumentException);
    }

    [Test]
    public void Another_table_may_be_the_test()
    {
        Table other = TestTables.Clusters<float>(30, 3, seed: 9);
        Judged<float> outcome = Experiment.Plan<float>(Classes, Short, other).Train().Judge();
        Assert.That(Known(outcome), Has.Length.EqualTo(60));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(30));
        Report again = Evaluation.Run(outcome.Model, other);
        Assert.That(((ClassReport)outcome.Test).LogLoss, Is.EqualTo(((ClassReport)again).LogLoss));
        Assert.That(outcome.SharedRows!.Judged, Is.EqualTo(30));
        Assert.That(() => Experiment.Plan<float>(Classes, Short, Line).Train().Judge(), Throws.TypeOf<DataException>());
    }

    [Test]
    public void A_split_may_be_given_whole_and_leave_rows_out()
    {
        Judged<float> judged = Run(Classes, Splitter.Of(new Split([9, 4, 5, 6], [11, 10], [20, 2])));
        Assert.That(judged.Plan.Split.Training, Is.EqualTo([4, 5, 6, 9]));
        Assert.That(judged.Plan.Split.Validation, Is.EqualTo([10, 11]));
        Assert.That(TestRows(judged), Is.EqualTo([2, 20]));
        Assert.That(() => Run(Classes, Splitter.Of(new Split([1, 2], [2], []))), Throws.ArgumentException);
        Assert.That(() => Run(Classes, Splitter.Of(new Split([1, 60], [], []))), Throws.ArgumentException);
    }

    [Test]
    public void Rows_that_stand_on_both_sides_are_counted()
    {
        Table table = CsvText.Read(
            "a,y\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row % 10},{(row < 10 ? "p" : "q")}\n")),
            "y"
        );
        SharedRows shared = Run(table, Splitter.TestRows([0, 1, 10, 2])).SharedRows!;

        // Rows 1, 2 have their twins 11, 12 among the known rows; 0 and 10 are both test rows.
        Assert.That((shared.Count, shared.SameTarget, shared.Judged), Is.EqualTo((2, 0, 4)));
        Assert.That(shared.Examples, Is.EqualTo([new SharedRow(11, 1), new SharedRow(12, 2)]));
    }

    [Test]
    public void So_are_those_of_another_table()
    {
        CsvOptions options = new() { Target = "y", Texts = ["t"] };
        Table known = CsvText.Read("c,t,y\nred,one two,p\nblue,two,q\ngreen,,p\nred,two,q\n", options);
        Table other = CsvText.Read(
            "c,t,y\nred,two,p\nblue,one,q\nblue,two,q\ngreen,NA,q\npink,two,r\n",
            known.Schema,
            "y",
            options
        );
        int[] all = [0, 1, 2, 3];
        SharedRows shared = SharedRows.Find(known, all, other, [0, 1, 2, 3, 4]);
        Assert.That((shared.Count, shared.SameTarget, shared.Judged), Is.EqualTo((3, 1, 5)));
        Assert.That(shared.Examples, Is.EqualTo([new SharedRow(3, 0), new SharedRow(1, 2), new SharedRow(2, 3)]));
    }

    [Test]
    public void A_model_remembers_the_share_of_test_rows_where_there_was_one()
    {
        string[] groups = [.. Enumerable.Range(0, 60).Select(row => $"g{row / 6}")];
        double[] times = [.. Enumerable.Range(0, 60).Select(row => (double)row)];
        string?[] shares =
        [
            .. new[]
            {
                Splitter.Random(0.1),
                Splitter.ByGroup(groups, 0.3),
                Splitter.ByTime(times, 0.25),
                Splitter.TestRows([1, 2]),
                Splitter.ByColumn([.. Enumerable.Repeat("train", 50), .. Enumerable.Repeat("test", 10)]),
            }.Select(splitter => Remembered(Run(Classes, splitter))),
            Remembered(Experiment.Plan<float>(Classes, Short, test: Classes).Train().Judge()),
        ];
        Assert.That(shares, Is.EqualTo(["0.1", "0.3", "0.25", null, null, null]));

        static string? Remembered(Judged<float> judged) => judged.Model.Provenance.Settings.GetValueOrDefault("test");
    }

    private static Judged<float> Run(Table table, Splitter splitter) =>
        Experiment.Plan<float>(table, Short, splitter).Train().Judge();

    private static int[] TestRows(Judged<float> outcome) => [.. outcome.TestPredictions!.Rows];

    private static int[] Known(Judged<float> outcome) =>
        [.. outcome.Plan.Split.Training, .. outcome.Plan.Split.Validation];
}
