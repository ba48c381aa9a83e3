using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Which rows are for training, for validation and for the report.</summary>
public sealed class HoldoutTests
{
    private static readonly Recipe Short = new() { Epochs = 2, Hidden = [3] };
    private static readonly Table<float> Classes = TestTables.Clusters<float>(60, 3);
    private static readonly Table<float> Line = TestTables.Line<float>(60);

    [Test]
    public void Without_a_holdout_the_recipe_has_its_share()
    {
        Outcome<float> plain = Experiment.Run(Classes, Short);
        Outcome<float> share = Run(Classes, new RandomHoldout(0.2));
        Assert.That(TestTables.Bytes(share.Model), Is.EqualTo(TestTables.Bytes(plain.Model)));
        Assert.That(TestRows(share), Is.EqualTo(TestRows(plain)));
        Assert.That(Run(Classes, new RandomHoldout(0)).Test, Is.Null);
        Assert.That(() => new RandomHoldout(1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Given_rows_are_the_test_rows()
    {
        Outcome<float> outcome = Run(Classes, new RowsHoldout([5, 3, 40]));
        Assert.That(TestRows(outcome), Is.EqualTo([3, 5, 40]));
        Assert.That(Known(outcome), Is.EquivalentTo(Enumerable.Range(0, 60).Except([3, 5, 40])));
        Assert.That(() => Run(Classes, new RowsHoldout([60])), Throws.ArgumentException);
        Assert.That(() => Run(Classes, new RowsHoldout([1, 1])), Throws.ArgumentException);
        int[] all = [.. Enumerable.Range(0, 60)];
        Assert.That(() => Run(Classes, new RowsHoldout(all)), Throws.TypeOf<DataException>());
    }

    [Test]
    public void Groups_are_whole_in_training_validation_and_test([Values] bool classes, [Range(1, 5)] int seed)
    {
        Table<float> table = classes ? Classes : Line;
        Groups groups = Groups.FromTexts(Enumerable.Range(0, 60).Select(row => $"g{row * 7 % 60 / 4}"));
        Recipe recipe = Short with { Seed = (ulong)seed };
        Outcome<float> outcome = Experiment.Run(
            table,
            recipe,
            new Protocol { Holdout = new GroupHoldout(groups, 0.2) }
        );
        IReadOnlyList<int>[] parts =
        [
            outcome.Fitted.TrainingRows,
            outcome.Fitted.ValidationRows,
            outcome.TestPredictions!.Rows,
        ];
        Assert.That(parts.SelectMany(rows => rows), Is.EquivalentTo(Enumerable.Range(0, 60)));
        int[] groupsOfParts = [.. parts.SelectMany(rows => rows.Select(row => groups.Codes[row]).Distinct())];
        Assert.That(groupsOfParts, Is.Unique);
        Assert.That(parts[2], Has.Count.EqualTo(12).Within(2));
        Assert.That(parts[1], Has.Count.EqualTo(7).Within(2));
    }

    [Test]
    public void The_future_is_foretold_from_the_past()
    {
        double[] times = [.. Enumerable.Range(0, 60).Select(row => (double)(row * 37 % 60))];
        Outcome<float> outcome = Run(Line, new TimeHoldout(times, 0.25));
        double[] Of(IEnumerable<int> rows) => [.. rows.Select(row => times[row])];
        Assert.That(TestRows(outcome), Has.Length.EqualTo(15));
        Assert.That(Of(outcome.Fitted.TrainingRows).Max(), Is.LessThan(Of(outcome.Fitted.ValidationRows).Min()));
        Assert.That(Of(outcome.Fitted.ValidationRows).Max(), Is.LessThan(Of(TestRows(outcome)).Min()));
        Outcome<float> whole = Experiment.Run(
            Line,
            Short with
            {
                ValidationFraction = 0,
            },
            new Protocol { Holdout = new TimeHoldout(times, 0.25) }
        );
        Assert.That(whole.Fitted.ValidationRows, Is.Empty);
        Assert.That(whole.Fitted.TrainingRows, Has.Count.EqualTo(45));
        Assert.That(() => Run(Line, new TimeHoldout([1, 2], 0.5)), Throws.ArgumentException);
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
        Outcome<float> outcome = Run(Classes, new PartsHoldout(Parts.FromTexts(texts)));
        Assert.That(outcome.Fitted.TrainingRows, Is.EqualTo(Enumerable.Range(0, 40)));
        Assert.That(outcome.Fitted.ValidationRows, Is.EqualTo(Enumerable.Range(40, 10)));
        Assert.That(TestRows(outcome), Is.EqualTo(Enumerable.Range(50, 10)));

        // Without validation rows, some of the training rows choose the epoch.
        string[] two = [.. texts.Select(text => text == "valid" ? "train" : text)];
        Outcome<float> chosen = Run(Classes, new PartsHoldout(Parts.FromTexts(two)));
        Assert.That(chosen.Fitted.ValidationRows, Is.Not.Empty);
        Assert.That(Known(chosen), Is.EquivalentTo(Enumerable.Range(0, 50)));
        Parts few = Parts.FromTexts(["train", "test"]);
        Assert.That(() => Run(Classes, new PartsHoldout(few)), Throws.ArgumentException);
    }

    [Test]
    public void Another_table_may_be_the_test()
    {
        Table<float> other = TestTables.Clusters<float>(30, 3, seed: 9);
        Outcome<float> outcome = Run(Classes, new TableHoldout<float>(other));
        Assert.That(Known(outcome), Has.Length.EqualTo(60));
        Assert.That(outcome.Test!.Rows, Is.EqualTo(30));
        Report again = Evaluation.Run(outcome.Model, other);
        Assert.That(((ClassReport)outcome.Test).LogLoss, Is.EqualTo(((ClassReport)again).LogLoss));
        Assert.That(outcome.SharedRows!.Judged, Is.EqualTo(30));
        Assert.That(() => Run(Classes, new TableHoldout<float>(Line)), Throws.TypeOf<DataException>());
        Table<double> precise = TestTables.Clusters<double>(30, 3);
        Assert.That(() => Run(Classes, new TableHoldout<double>(precise)), Throws.ArgumentException);
    }

    [Test]
    public void Rows_that_stand_on_both_sides_are_counted()
    {
        Table<float> table = CsvText.Read<float>(
            "a,y\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row % 10},{(row < 10 ? "p" : "q")}\n")),
            "y"
        );
        SharedRows shared = Run(table, new RowsHoldout([0, 1, 10, 2])).SharedRows!;

        // Rows 1, 2 have their twins 11, 12 among the known rows; 0 and 10 are both test rows.
        Assert.That((shared.Count, shared.SameTarget, shared.Judged), Is.EqualTo((2, 0, 4)));
        Assert.That(shared.Examples, Is.EqualTo([new SharedRow(11, 1), new SharedRow(12, 2)]));
    }

    [Test]
    public void So_are_those_of_another_table()
    {
        CsvOptions options = new() { Target = "y", Texts = ["t"] };
        Table<float> known = CsvText.Read<float>("c,t,y\nred,one two,p\nblue,two,q\ngreen,,p\nred,two,q\n", options);
        Table<float> other = CsvText.Read<float>(
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
        Groups groups = Groups.FromTexts(Enumerable.Range(0, 60).Select(row => $"g{row / 6}"));
        double[] times = [.. Enumerable.Range(0, 60).Select(row => (double)row)];
        string?[] shares =
        [
            .. new Holdout[]
            {
                new RandomHoldout(0.1),
                new GroupHoldout(groups, 0.3),
                new TimeHoldout(times, 0.25),
                new RowsHoldout([1, 2]),
                new PartsHoldout(
                    Parts.FromTexts([.. Enumerable.Repeat("train", 50), .. Enumerable.Repeat("test", 10)])
                ),
                new TableHoldout<float>(Classes),
            }.Select(holdout => Run(Classes, holdout).Model.Provenance.Settings.GetValueOrDefault("test")),
        ];
        Assert.That(shares, Is.EqualTo(["0.1", "0.3", "0.25", null, null, null]));
    }

    private static Outcome<float> Run(Table<float> table, Holdout holdout) =>
        Experiment.Run(table, Short, new Protocol { Holdout = holdout });

    private static int[] TestRows(Outcome<float> outcome) => [.. outcome.TestPredictions!.Rows];

    private static int[] Known(Outcome<float> outcome) =>
        [.. outcome.Fitted.TrainingRows, .. outcome.Fitted.ValidationRows];
}
