using System.Globalization;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>What else the cells of a file may bring, through the command as a process.</summary>
internal sealed class BroughtDataTests : CommandTests
{
    [Test]
    public void Quotes_hold_line_breaks_delimiters_and_quotes()
    {
        Write("a,note,y", row => $"{row + 3},\"{(row % 2 == 0 ? "one\nline, two" : "say \"\"hi\"\"")}\",{Class(row)}");
        JsonElement columns = Train().GetProperty("data").GetProperty("columns");
        Assert.That(
            columns[1].GetProperty("levels").EnumerateArray().Select(level => level.GetString()),
            Is.EqualTo(["one\nline, two", "say \"hi\""])
        );
        Run run = Asked("predict", "data.tnn", "data.csv", "--id", "a").Good();
        Assert.That(run.Lines, Has.Length.EqualTo(41));
    }

    [Test]
    public void Missing_cells_are_empty_or_one_of_four_texts_and_other_words_are_words()
    {
        string[] missing = ["", "NA", "nan", "?", "NULL"];
        string[] words = ["none", "dna", "n", "no"];
        Write("a,b,y", row => $"{(row < 5 ? missing[row] : row)},{words[row % 4]},{Class(row)}");
        Run run = Asked("train", "data.csv", "--target", "y", "--epochs", "2", "--json").Good();
        JsonElement columns = run.Json.GetProperty("data").GetProperty("columns");
        Assert.That(run.Error, Does.Contain("note: column 'a': 5 cells missing\n"));
        Assert.That(columns[0].GetProperty("kind").GetString(), Is.EqualTo("number"));
        Assert.That(
            columns[1].GetProperty("levels").EnumerateArray().Select(level => level.GetString()),
            Is.EqualTo(["dna", "n", "no", "none"])
        );
    }

    [Test]
    public void Other_texts_may_be_missing_cells()
    {
        Write("a,y", row => $"{(row % 8 == 0 ? "-999" : row % 9 == 0 ? "none" : row)},{Class(row)}");
        Run run = Asked("train", "data.csv", "--target", "y", "--missing", "-999,none", "--epochs", "2").Good();
        Assert.That(run.Error, Does.Contain("note: column 'a': 9 cells missing\n"));
        Place.Write("new.csv", "a\n-999\n3\n");
        Assert.That(Asked("predict", "data.tnn", "new.csv").Good().Error, Does.Contain("1 cell missing"));
    }

    [Test]
    public void Classes_may_look_like_numbers()
    {
        Write("a,y", row => $"{row % 10},{(row % 10 < 4 ? "01" : row % 10 < 7 ? "1" : "10")}");
        JsonElement document = Train();
        Assert.That(document.GetProperty("task").GetString(), Is.EqualTo("classification"));
        Assert.That(
            document.GetProperty("classes").EnumerateArray().Select(name => name.GetString()),
            Is.EqualTo(["01", "1", "10"])
        );
        string[] predicted = [.. Asked("predict", "data.tnn", "data.csv").Good().Lines.Skip(1)];
        Assert.That(predicted.Select(line => line.Split(',')[0]), Is.All.AnyOf("01", "1", "10"));
    }

    [Test]
    public void Labels_are_trimmed_and_those_that_differ_by_case_are_said()
    {
        Write(
            "a,b,y",
            row => $"{row},{(row % 3 == 0 ? "Red" : "red")},{(row % 5 == 0 ? $"{Class(row)} " : Class(row))}"
        );
        Run run = Asked("train", "data.csv", "--target", "y", "--epochs", "2", "--json").Good();
        Assert.That(run.Json.GetProperty("classes").GetArrayLength(), Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("note: column 'y': 8 labels with a blank behind, which was taken off\n"));
        Assert.That(
            run.Error,
            Does.Contain("note: column 'b': labels that differ only by case: \"Red\" and \"red\"\n")
        );
    }

    [Test]
    public void Columns_of_one_value_or_of_none_are_said_and_do_no_harm()
    {
        Write("a,same,empty,y", row => $"{row},7,NA,{Class(row)}");
        Run run = Asked("train", "data.csv", "--target", "y", "--epochs", "2").Good();
        Assert.That(run.Error, Does.Contain("note: column 'same': every cell is \"7\"\n"));
        Assert.That(run.Error, Does.Contain("note: column 'empty': all cells are missing\n"));
        Assert.That(run.Error, Does.Contain("column  empty: all its cells are missing: it tells nothing\n"));
        Place.Write("new.csv", "a,same,empty\n3,8,5\n");
        Assert.That(Asked("predict", "data.tnn", "new.csv").Good().Lines, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_category_that_was_never_seen_is_predicted_with_and_said()
    {
        Write("a,b,y", row => $"{row},{"xyz"[row % 3]},{Class(row)}");
        Train();
        Place.Write("new.csv", "a,b\n1,x\n2,w\n3,\n");
        Run run = Asked("predict", "data.tnn", "new.csv").Good();
        Assert.That(run.Lines, Has.Length.EqualTo(4));
        Assert.That(
            run.Error,
            Does.Contain("note: column 'b': 1 cell with a category that the model has not learned\n")
                .And.Contain("note: column 'b': 1 cell missing\n")
        );
    }

    [Test]
    public void A_class_of_one_row_is_said_and_learned_from()
    {
        Write("a,y", row => $"{row},{(row == 20 ? "odd" : Class(row))}");
        Run run = Asked("train", "data.csv", "--target", "y", "--epochs", "2", "--json").Good();
        Assert.That(run.Error, Does.Contain("note: column 'y': one row only: \"odd\"\n"));
        Assert.That(run.Json.GetProperty("classes").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public void Names_of_rows_in_a_named_column_are_no_category()
    {
        Write("who,a,y", row => $"{(char)('a' + (row / 26))}{(char)('a' + (row % 26))},{row % 7},{Class(row)}", 60);
        Run refused = Asked("train", "data.csv", "--target", "y").Failed(3, "column 'who'");
        Assert.That(refused.Error, Does.Contain("--id"));
        Run run = Asked("train", "data.csv", "--target", "y", "--id", "who", "--epochs", "2", "--json").Good();
        Assert.That(run.Json.GetProperty("data").GetProperty("features").GetArrayLength(), Is.EqualTo(1));
        Assert.That(Asked("predict", "data.tnn", "data.csv", "--id", "who").Good().Lines[1], Does.StartWith("aa,"));
    }

    [Test]
    public void The_order_of_columns_does_not_matter()
    {
        Write("a,b,c,y", row => $"{row},{"xyz"[row % 3]},{(row * 7 % 40) / 8.0:0.000},{Class(row)}");
        Train();
        string[][] rows = [.. File.ReadLines(Place.Path("data.csv")).Select(line => line.Split(','))];
        Place.Write(
            "other.csv",
            string.Concat(rows.Select(row => $"{row[2]},{row[3]},{row[1]},{row[0]}\r\n")).TrimEnd()
        );
        string expected = Asked("predict", "data.tnn", "data.csv", "--probabilities").Good().Output;
        Assert.That(Asked("predict", "data.tnn", "other.csv", "--probabilities").Good().Output, Is.EqualTo(expected));
    }

    private static string Class(int row) => row % 40 < 18 ? "p" : "q";

    private void Write(string header, Func<int, FormattableString> line, int rows = 40) =>
        Place.Write(
            "data.csv",
            $"{header}\n"
                + string.Concat(
                    Enumerable.Range(0, rows).Select(row => line(row).ToString(CultureInfo.InvariantCulture) + "\n")
                )
        );

    private JsonElement Train() => Asked("train", "data.csv", "--target", "y", "--epochs", "2", "--json").Good().Json;
}
