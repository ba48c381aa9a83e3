using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>What columns are is found out from all rows.</summary>
[TestFixture]
public sealed class SchemaTests
{
    [Test]
    public void Texts_make_a_category_and_cells_are_places_among_its_levels()
    {
        Table table = CsvText.Read("a,colour,y\n1,red,p\n2,blue,q\n3,,p\n4,green,q\n5,red,p\n", "y");
        Assert.That(table.Schema[0], Is.EqualTo(new NumberFeature("a")));
        Assert.That(((CategoryFeature)table.Schema[1]).Levels, Is.EqualTo(Items.Of("blue", "green", "red")));
        Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(2.0, 0, -2, 1, 2)));
        Assert.That(CsvText.Kinds(table, "colour"), Is.EqualTo(Items.Of(FindingKind.MissingCells)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Numbers_above_the_first_text_are_read_again_as_texts(bool canSeek)
    {
        using Stream stream = new MemoryStream(
            "c,y\n1.0,p\n,p\n2,q\n1,\nlow,q\nlow,p\nhigh,p\nhigh,q\n1.0,p\n"u8.ToArray()
        );
        using Stream pipe = new Pipe(stream);
        Table table = CsvTable.Read(canSeek ? stream : pipe, "test.csv", new CsvOptions { Target = "y" });
        Assert.That(((CategoryFeature)table.Schema[0]).Levels, Is.EqualTo(Items.Of("1.0", "2", "high", "low")));
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(0.0, -2, 1, 3, 3, 2, 2, 0)));
        Assert.That(table.Target!.DroppedRows, Is.EqualTo(1));
    }

    [Test]
    public void A_long_pipe_is_read_again_too()
    {
        StringBuilder text = new("c,y\n");
        for (int row = 0; row < 400_000; row++)
        {
            text.Append(row < 150_000 ? $"{row % 9}.25" : $"word{row % 5}").Append(",k").Append(row % 2).Append('\n');
        }
        using Stream pipe = new Pipe(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())));
        Table table = CsvTable.Read(pipe, "test.csv", new CsvOptions { Target = "y" });
        IReadOnlyList<string> levels = ((CategoryFeature)table.Schema[0]).Levels;
        Assert.That(levels, Has.Count.EqualTo(14));
        double[] cells = CsvText.Cells(table, 0);
        Assert.That(
            Enumerable
                .Range(0, 400_000)
                .All(row => levels[(int)cells[row]] == (row < 150_000 ? $"{row % 9}.25" : $"word{row % 5}"))
        );
    }

    [Test]
    public void A_column_of_two_texts_has_two_levels() =>
        Assert.That(
            ((CategoryFeature)CsvText.Read("a,y\nyes,p\nno,q\nyes,p\n", "y").Schema[0]).Levels,
            Is.EqualTo(Items.Of("no", "yes"))
        );

    [TestCase("none")]
    [TestCase("dna")]
    [TestCase("N/A")]
    [TestCase("-")]
    public void Words_are_words(string word) =>
        Assert.That(
            ((CategoryFeature)CsvText.Read($"a,y\n{word},p\nmuch,q\n{word},q\n", "y").Schema[0]).Levels,
            Does.Contain(word)
        );

    [TestCase("")]
    [TestCase("NA")]
    [TestCase("nan")]
    [TestCase("NaN")]
    [TestCase("?")]
    [TestCase("NULL")]
    [TestCase("\" \"")]
    public void A_missing_cell_is_NaN_and_said(string cell)
    {
        Table table = CsvText.Read($"a,b,y\n1,2,p\n{cell},3,q\n", "y");
        Assert.That(table.Schema, Is.EqualTo(Items.Of<Feature>(new NumberFeature("a"), new NumberFeature("b"))));
        Assert.That(double.IsNaN(table.Features[0, 1]), Is.True);
        Finding finding = table.Findings.Single(found => found.Column == "a" && found.Kind == FindingKind.MissingCells);
        Assert.That(finding.Evidence, Is.EqualTo("1 cell missing"));
    }

    [Test]
    public void What_is_missing_can_be_told()
    {
        CsvOptions options = new() { Target = "y", Missing = ["-999", "Keine"] };
        Table table = CsvText.Read("a,b,y\n1,x,p\n-999,keine,q\n,NA,q\n", options);
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(1.0, -2, -2)));
        Assert.That(((CategoryFeature)table.Schema[1]).Levels, Is.EqualTo(Items.Of("NA", "x")));
    }

    [Test]
    public void Rows_without_a_target_are_left_out_and_counted()
    {
        Table table = CsvText.Read("a,y\n1,p\nx,\n3,NA\n4,q\n5,q\n", "y");
        Assert.That(table.Schema[0], Is.EqualTo(new NumberFeature("a")));
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(1.0, 4, 5)));
        Assert.That(table.LineOf(1), Is.EqualTo(5));
        Assert.That(table.Target!.DroppedRows, Is.EqualTo(2));
        Assert.That(
            CsvText.Kinds(table, "y"),
            Is.EqualTo(Items.Of(FindingKind.DroppedRows, FindingKind.MissingTexts, FindingKind.RareClass))
        );
    }

    [Test]
    public void Constant_and_empty_columns_are_kept_and_said()
    {
        Table table = CsvText.Read("a,b,c,y\n7,x,,p\n7,x,,q\n,x,,q\n", "y");
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b", "c")));
        Assert.That(CsvText.Kinds(table, "a"), Does.Contain(FindingKind.Constant));
        Assert.That(CsvText.Kinds(table, "b"), Is.EqualTo(Items.Of(FindingKind.Constant)));
        Assert.That(CsvText.Kinds(table, "c"), Is.EqualTo(Items.Of(FindingKind.AllMissing)));
        Assert.That(table.Findings.Select(finding => finding.Evidence), Does.Contain("every cell is \"x\""));
    }

    [Test]
    public void A_column_that_names_the_rows_is_said()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 30).Select(row => $"{row + 5},n{row},{row * 7 % 4},k{row % 2}\n")
        );
        Table table = CsvText.Read("id,name,a,y\n" + rows, "y");
        Assert.That(CsvText.Kinds(table, "id"), Is.EqualTo(Items.Of(FindingKind.IdLike)));
        Assert.That(CsvText.Kinds(table, "name"), Is.EqualTo(Items.Of(FindingKind.IdLike)));
        Assert.That(CsvText.Kinds(table, "a"), Is.Empty);
    }

    [Test]
    public void Labels_are_trimmed_and_those_that_differ_by_case_are_said()
    {
        Table table = CsvText.Read("a,y\nred,p\n\"red \",P\nRed,p\nblue,p \n", "y");
        Assert.That(((CategoryFeature)table.Schema[0]).Levels, Is.EqualTo(Items.Of("Red", "blue", "red")));
        Assert.That(
            CsvText.Kinds(table, "a"),
            Is.EqualTo(Items.Of(FindingKind.TrailingBlanks, FindingKind.SimilarLabels))
        );
        Assert.That(
            CsvText.Kinds(table, "y"),
            Is.EqualTo(Items.Of(FindingKind.TrailingBlanks, FindingKind.SimilarLabels, FindingKind.RareClass))
        );
        Assert.That(
            table.Findings.Select(finding => finding.Evidence),
            Does.Contain("labels that differ only by case: \"Red\" and \"red\"")
        );
    }

    [Test]
    public void A_few_words_among_numbers_are_an_error_with_their_place()
    {
        string rows = string.Concat(Enumerable.Range(0, 3000).Select(row => row == 2000 ? "oops,p\n" : $"{row}.5,q\n"));
        DataException problem = CsvText.Problem("a,y\n" + rows);
        Assert.That(problem.Where, Is.EqualTo("test.csv, line 2002, column 'a': \"oops\""));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.Categorical"));
    }

    [TestCase("2024-02-29")]
    [TestCase("29.02.2024")]
    [TestCase("2/29/24")]
    [TestCase("2024-02-29 13:45")]
    public void Dates_are_not_taken_for_categories(string date)
    {
        DataException problem = CsvText.Problem($"a,day,y\n1,{date},p\n2,{date},q\n");
        Assert.That(problem.What, Is.EqualTo("A column looks like dates."));
        Assert.That(problem.Where, Does.StartWith("test.csv, line 2, column 'day'"));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.Dates = [\"day\"]"));
    }

    [TestCase("10.1.2.3")]
    [TestCase("1-2")]
    [TestCase("2024-week-3")]
    public void Other_texts_are_no_dates(string text) =>
        Assert.That(CsvText.Read($"a,y\n{text},p\n", "y").Schema[0], Is.TypeOf<CategoryFeature>());

    [TestCase(60, 60)]
    [TestCase(5000, 1100)]
    public void A_text_with_too_many_values_is_an_error_with_advice(int rows, int values)
    {
        string text = string.Concat(Enumerable.Range(0, rows).Select(row => $"name{row % values},p{row % 2}\n"));
        DataException problem = CsvText.Problem("who,y\n" + text);
        Assert.That(problem.What, Does.StartWith("A column has too many different texts for a category"));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.Ignore = [\"who\"]"));
        CsvOptions options = new() { Target = "y", Categorical = ["who"] };
        Assert.That(
            ((CategoryFeature)CsvText.Read("who,y\n" + text, options).Schema[0]).Levels,
            Has.Count.EqualTo(values)
        );
    }

    [Test]
    public void The_data_sets_with_gaps_and_texts_are_read()
    {
        Table pima = CsvTable.Read(CsvText.Sample("pima.csv"), "diabetes");
        Assert.That(pima.Schema, Is.All.TypeOf<NumberFeature>());
        Assert.That(CsvText.Kinds(pima, "insulin"), Is.EqualTo(Items.Of(FindingKind.MissingCells)));
        Table votes = CsvTable.Read(CsvText.Sample("house_votes.csv"), "party");
        Assert.That(votes.Schema, Is.All.TypeOf<CategoryFeature>());
        Assert.That(((CategoryFeature)votes.Schema[0]).Levels, Is.EqualTo(Items.Of("n", "y")));
    }

    private sealed class Pipe(Stream inner) : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
    }
}
