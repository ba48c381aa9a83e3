using Tiny.Nn.Cli.Results;

namespace Tiny.Nn.Cli.Tests.Results;

internal sealed class TextResultTests
{
    private static readonly TableColumns<int> Columns = new TableColumns<int>()
        .Text("name", "name", row => Value.Of($"n{row}"))
        .Number("square", "square", row => Value.Of(row * row))
        .Add(new Column("wide", "wide column") { Rank = 1 }, _ => Value.Of(new string('w', 30)))
        .Add(new Column("wider", "wider column") { Rank = 2 }, _ => Value.Of(new string('x', 40)))
        .Data("hidden", _ => Value.Of("hidden"));

    [Test]
    public void Names_stand_on_the_left_and_numbers_on_the_right()
    {
        ResultTable table = new TableColumns<int>()
            .Text("name", "name", row => Value.Of($"n{row}"))
            .Number("square", "square", row => Value.Of(row * row))
            .Of("", [3, 12]);
        Assert.That(
            Rendered.Text(table),
            Is.EqualTo("\n  name   square\n─────────────────\n  n3          9\n  n12       144\n\n")
        );
    }

    [Test]
    public void A_title_stands_in_the_corner() =>
        Assert.That(
            Rendered.Text(Columns.Of("2 rows", [1, 2])),
            Does.Contain("  2 rows   square").And.Not.Contain("name")
        );

    [TestCase(200, "w", "")]
    [TestCase(60, "w", "x", Description = "40 letters more do not fit into the 60")]
    [TestCase(30, "", "wx")]
    public void Columns_of_a_rank_are_left_out_where_there_is_no_room(int width, string there, string missing)
    {
        string text = Rendered.Text(width, [Columns.Of("", [1])]);
        foreach (char letter in there)
        {
            Assert.That(text, Does.Contain(new string(letter, 30)));
        }
        foreach (char letter in missing)
        {
            Assert.That(text, Does.Not.Contain(new string(letter, 3)));
        }
    }

    [Test]
    public void What_only_documents_have_is_not_shown() =>
        Assert.That(Rendered.Text(Columns.Of("", [1])), Does.Not.Contain("hidden"));

    [Test]
    public void Totals_stand_below_an_empty_row()
    {
        ResultTable table = Columns.Of("", [1, 2]) with { Totals = [Columns.Row(9)] };
        string[] lines = Rendered.Text(table).Split('\n');
        Assert.That(
            lines.Select(line => line.Trim().Split(' ')[0]).Skip(3).Take(4),
            Is.EqualTo(["n1", "n2", "", "n9"])
        );
    }

    [Test]
    public void A_narrow_heading_is_the_one_shown()
    {
        TableColumns<int> columns = new TableColumns<int>()
            .Text(null, "a", _ => Value.Of("x"))
            .Add(new Column(null, "majority class") { ShortHeading = "majority" }, _ => Value.Of("y"));
        Assert.That(Rendered.Text(columns.Of("", [1])), Does.Contain("majority").And.Not.Contain("class"));
    }

    [Test]
    public void Notes_of_all_sections_come_last()
    {
        string text = Rendered.Text(
            new Section("One", new Sentence("First."), new Note("Last.")),
            new Section("Two", new Verdict("Second.", IsGood: true), new Remark("Third."))
        );
        Assert.That(text, Is.EqualTo("  First.\n  Second.\n  Third.\n  Last.\n"), "and titles are for pages");
    }

    [Test]
    public void A_sentence_is_broken_between_words_and_a_line_is_not()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 40));
        string[] sentence = Rendered.Text(new Sentence(words)).TrimEnd('\n').Split('\n');
        Assert.That(sentence, Has.Length.EqualTo(3));
        Assert.That(sentence.Select(line => line.Length), Is.All.LessThanOrEqualTo(80));
        Assert.That(sentence.Skip(1), Is.All.StartsWith("    word"));
        Assert.That(Rendered.Text(new Line(words)), Is.EqualTo($"{words}\n"));
    }

    [TestCase("\u001b[31mred")]
    [TestCase("two\nlines")]
    public void What_a_terminal_obeys_is_spelt_out(string hostile)
    {
        Facts facts = new("fact", [new Field("k", hostile, Value.Of(hostile))]);
        string text = Rendered.Text(facts, new Line(hostile), new Sentence(hostile), Columns.Of(hostile, [1]));
        Assert.That(text, Does.Not.Contain("\u001b").And.Not.Contain("two\nlines"));
        Assert.That(text.Split("\\u{"), Has.Length.EqualTo(6));
    }

    [TestCase(2, "actual \\ predicted")]
    [TestCase(9, "  actual  ")]
    [TestCase(12, "A confusion matrix of 12 classes is too wide here; --json has it.")]
    public void A_matrix_is_shown_where_it_fits(int classes, string part)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(i => $"c{i:000}")];
        CountMatrix matrix = new(
            "Confusion matrix",
            names,
            [.. names.Select((_, i) => names.Select((_, j) => i * j).ToArray())]
        )
        {
            Rows = "actual",
            Columns = "predicted",
            Description = "",
        };
        Assert.That(Rendered.Text(matrix), Does.Contain(part));
    }
}
