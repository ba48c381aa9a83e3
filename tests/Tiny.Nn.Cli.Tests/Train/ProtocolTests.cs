using System.Text.Json;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>Which rows judge, and how much rows count.</summary>
internal sealed class ProtocolTests : CommandTests
{
    private const int Rows = 60;

    /// <summary>A number, its group of three rows, its day (a number), its weight, its part, and whether the number is large.</summary>
    private static readonly string Table =
        "x,who,day,heavy,part,y\n"
        + string.Concat(
            Enumerable
                .Range(0, Rows)
                .Select(row =>
                    $"{row * 37 % 60}.5,w{row / 3},{row / 2 % 30 + 7},{row % 4},{Part(row)},{(row * 37 % 60 < 20 ? "low" : "high")}\n"
                )
        );

    [SetUp]
    public void Write_the_table() => Place.Write("data.csv", Table);

    [TestCase("--group", "who", 45, 60)]
    [TestCase("--time", "day", 46, 50)]
    [TestCase("--split-column", "part", 40, 40)]
    [TestCase("--weight-column", "heavy", 46, 50)]
    public void A_column_is_no_feature_and_says_what_rows_are_for(string flag, string column, int least, int most)
    {
        JsonElement document = Train(flag, column);
        string[] features =
        [
            .. document.GetProperty("data").GetProperty("features").EnumerateArray().Select(name => name.GetString()!),
        ];
        Assert.That(features, Has.Length.EqualTo(4).And.No.Member(column));
        JsonElement training = document.GetProperty("training");
        int known = training.GetProperty("rows").GetInt32() + training.GetProperty("validation_rows").GetInt32();
        Assert.That(known, Is.InRange(least, most));
        Assert.That(known + document.GetProperty("test").GetProperty("rows").GetInt32(), Is.EqualTo(Rows));
    }

    [TestCase("w1", "W1", "groups that differ only by case: \"w1\" and \"W1\"")]
    [TestCase("w1", "ｗ1", "\"w1\" and \"ｗ1\" differ only in the width of characters")]
    [TestCase("w 1", "w  1", "\"w 1\" and \"w  1\" differ only in their blanks")]
    [TestCase("é", "e\u0301", "differ only in how an accent is written (NFC, NFD)")]
    [TestCase("7", "7.0", "\"7\" and \"7.0\" differ only in how the number is written")]
    public void Groups_that_look_alike_are_two_and_told(string one, string other, string told)
    {
        string rows = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(row => $"{row}.5,{(row == 0 ? one : row == 1 ? other : $"g{row / 3}")},{"pn"[row % 2]}\n")
        );
        Place.Write("alike.csv", "x,who,y\n" + rows);
        string[] flags = ["train", "alike.csv", "--target", "y", "--epochs", "1", "-o", "a.tnn", "--force"];
        string note = Asked([.. flags, "--group", "who"])
            .Good()
            .Error.Split('\n')
            .Single(line => line.StartsWith("note: column 'who'", StringComparison.Ordinal));
        Assert.That(note, Does.Contain(told).And.EndsWith("write those alike that are one"));
    }

    [Test]
    public void Only_groups_are_looked_through_for_what_looks_alike()
    {
        Place.Write("data.csv", Table.Replace(",7,0,", ",7.0,0,", StringComparison.Ordinal));
        string[] flags = ["train", "data.csv", "--target", "y", "--epochs", "1", "-o", "a.tnn"];
        Assert.That(Asked([.. flags, "--time", "day"]).Good().Error, Does.Not.Contain("'day'"));
    }

    [Test]
    public void Each_is_that_of_the_library()
    {
        Recipe recipe = new() { Epochs = 3 };
        AssertSame(["--time", "day"], table => Splitter.ByTime(table.Extra[0].Times(), 0.2));
        AssertSame(["--group", "who"], table => Splitter.ByGroup(table.Extra[0].Texts, 0.2));
        AssertSame(["--split-column", "part"], table => Splitter.ByColumn(table.Extra[0].Texts));

        void AssertSame(string[] flags, Func<Table, Splitter> splitter)
        {
            CsvOptions options = new() { Target = "y", Extra = [flags[1]] };
            Table table = CsvTable.Read(Place.Path("data.csv"), options);
            Judged<float> outcome = Experiment.Plan<float>(table, recipe, splitter(table)).Train().Judge();
            Train(flags);
            Assert.That(Parameters(), Is.EqualTo(outcome.Model.Network.Parameters.Values.ToArray()), flags[0]);
        }
    }

    [Test]
    public void Weights_change_the_model_and_not_the_way_rows_are_counted()
    {
        Place.Write("data.csv", Table.Replace("heavy", "even", StringComparison.Ordinal));
        Train("--ignore", "even");
        float[] without = Parameters();
        JsonElement document = Train("--weight-column", "even");
        Assert.That(Parameters(), Is.Not.EqualTo(without));
        Assert.That(document.GetProperty("test").GetProperty("rows").GetInt32(), Is.EqualTo(12));
    }

    [Test]
    public void What_a_column_holds_has_to_make_sense()
    {
        Asked("train", "data.csv", "--target", "y", "--weight-column", "who").Failed(3, "line 2, column 'who': \"w0\"");
        Asked("train", "data.csv", "--target", "y", "--time", "who").Failed(3, "line 2, column 'who'");
        Run parts = Asked("train", "data.csv", "--target", "y", "--split-column", "who").Failed(3, "line 2");
        Assert.That(parts.Error, Does.Contain("train, valid, test"));
        Place.Write("gap.csv", Table.Replace(",w4,", ",,", StringComparison.Ordinal));
        Asked("train", "gap.csv", "--target", "y", "--group", "who").Failed(3, "gap.csv, line 14");
    }

    [Test]
    public void Another_file_tests()
    {
        string[] lines = Table.TrimEnd('\n').Split('\n');
        Place.Write("test.csv", string.Join('\n', lines[..21]) + "\n");
        JsonElement document = Train("--test-file", "test.csv");
        Assert.That(document.GetProperty("test").GetProperty("rows").GetInt32(), Is.EqualTo(20));
        Assert.That(document.GetProperty("training").GetProperty("rows").GetInt32(), Is.EqualTo(51));
        Place.Write("bare.csv", "x,who,day,heavy,part\n1,a,b,1,c\n");
        Asked("train", "data.csv", "--target", "y", "--test-file", "bare.csv", "--force").Failed(3, "bare.csv");
        Asked("train", "data.csv", "--target", "y", "--test-file", "none.csv", "--force").Failed(3, "none.csv");
    }

    [Test]
    public void Rows_on_both_sides_are_counted()
    {
        Place.Write("twice.csv", Table + Table[(Table.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Run run = Asked("train", "twice.csv", "--target", "y", "--epochs", "2").Good();
        Assert.That(run.Output, Does.Contain("rows that judge have the same features").And.Contain("memorized"));
        JsonElement document = Asked("train", "twice.csv", "--target", "y", "--epochs", "2", "--force", "--json")
            .Good()
            .Json;
        Assert.That(document.GetProperty("shared_rows").GetProperty("rows").GetInt32(), Is.GreaterThan(10));
        Assert.That(Train().GetProperty("shared_rows").GetProperty("rows").GetInt32(), Is.Zero);
    }

    private static string Part(int row) =>
        (row % 6) switch
        {
            4 => "test",
            5 => "TEST",
            3 => "valid",
            _ => "train",
        };

    /// <summary>Those of the model that was trained last.</summary>
    private float[] Parameters() => ModelFile.Load<float>(Place.Path("data.tnn")).Network.Parameters.Values.ToArray();

    private JsonElement Train(params string[] flags) =>
        Asked(["train", "data.csv", "--target", "y", "--epochs", "3", "--force", "--json", .. flags]).Good().Json;
}
