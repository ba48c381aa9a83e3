namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>Every row of a file has an answer in its place, whatever lines look like.</summary>
internal sealed class BlankLineTests : CommandTests
{
    private const string Flag = "--on-error=blank";

    [TestCase("x\n1\n\n3\n\n5\n", "1 ? 3 ? 5", TestName = "A_blank_line_of_one_column_is_a_row")]
    [TestCase("x\r\n1\r\n\r\n3\r\n", "1 ? 3", TestName = "So_it_is_with_CRLF")]
    [TestCase("x\n\n\n1\n", "? ? 1", TestName = "So_it_is_below_the_header")]
    [TestCase("\n\nx\n1\n", "1", TestName = "Lines_above_the_header_are_none")]
    [TestCase("x\n1\n\n\n", "1 ? ?", TestName = "So_it_is_at_the_end")]
    [TestCase("x\n1\n \t\n2", "1 ? 2", TestName = "So_it_is_of_blanks_and_without_a_last_line_end")]
    [TestCase("x\n\"\"\n1\n\"\"\n", "? 1 ?", TestName = "Quotes_around_nothing_are_a_row")]
    [TestCase("x\n\"1\n\"\n\n\"3\"\n\n\"\"\n5\n\n", "1 ? 3 ? ? 5 ?", TestName = "So_it_is_below_a_field_of_two_lines")]
    [TestCase("x\nNA\n1\n", "? 1", TestName = "A_missing_text_is_a_row")]
    [TestCase("x,z\n1,1\n\n3,1\n,\n5,1\n\n", "1 3 ? 5", TestName = "A_blank_line_of_two_columns_is_none")]
    [TestCase("x,z\n1,1\n\"\"\n3,1\n", "1 - 3", TestName = "Quotes_around_nothing_are_a_row_that_does_not_fit")]
    [TestCase("x,z\n1,\"a\n\"\n\n\"3\",1\n", "1 3", TestName = "So_are_they_below_a_field_of_two_lines")]
    [TestCase("column_1\n\n1\n\n2\n", "? 1 ? 2", "--no-header", TestName = "Without_a_header_the_first_lines_are_rows")]
    public void Rows_have_answers_in_order(string text, string rows, params string[] flags)
    {
        bool hasHeader = flags.Length == 0;
        string name = hasHeader ? "x" : "column_1";
        Place.Write(
            "x.csv",
            $"{name},y\n{string.Concat(Enumerable.Range(0, 30).Select(i => $"{i % 7},{2 * (i % 7)}\n"))}"
        );
        string[] train =
        [
            "train",
            "x.csv",
            "--target",
            "y",
            "--task",
            "regression",
            "--epochs",
            "2",
            "-q",
            "-o",
            "m.tnn",
        ];
        Asked(train).Good();
        Place.Write("new.csv", hasHeader ? text : text[(name.Length + 1)..]);
        string[] expected = [.. rows.Split(' ').Select(Answer)];
        Assert.That(Asked(["predict", "m.tnn", "new.csv", Flag, .. flags]).Good().Lines[1..], Is.EqualTo(expected));
    }

    [Test]
    public void Blank_lines_between_rows_of_several_columns_are_told()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 20).Select(i => $"{i % 7},{i % 2}\n{(i % 9 == 4 ? "\n" : "")}")
        );
        Place.Write("gaps.csv", $"\nx,y\n\n{rows}\n\n");
        Run train = Asked("train", "gaps.csv", "--target", "y", "--epochs", "2", "-o", "m.tnn").Good();
        Assert.That(train.Error, Does.Contain("read    gaps.csv: 20 rows"));
        const string note = "note: 3 blank lines between rows, not taken for rows; the first is line 3\n";
        Assert.That(train.Error, Does.Contain(note));
        Assert.That(Asked("predict", "m.tnn", "gaps.csv").Good().Error, Does.Contain(note));
        Assert.That(Asked("evaluate", "m.tnn", "gaps.csv").Good().Error, Does.Contain(note));
        Assert.That(Asked("check", "gaps.csv", "--json").Good().Output, Does.Contain("\"blank-lines\""));
    }

    /// <summary>What a file with this one cell gets.</summary>
    private string Answer(string cell)
    {
        if (cell == "-")
        {
            return "";
        }
        Place.Write("one.csv", $"x,column_1\n{(cell == "?" ? "," : $"{cell},{cell}")}\n");
        return Asked("predict", "m.tnn", "one.csv").Good().Lines[1];
    }
}
