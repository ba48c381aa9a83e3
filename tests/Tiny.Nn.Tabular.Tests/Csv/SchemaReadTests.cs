using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Reading for a model: its features by name, as a whole and in portions.</summary>
public sealed class SchemaReadTests
{
    private static readonly SearchValues<char> Quotable = SearchValues.Create(",;\t|\"\n");

    private static readonly Feature[] Schema =
    [
        new NumberFeature("size"),
        new CategoryFeature("colour", ["blue", "red"]),
        new DateFeature("day"),
    ];

    private const string Text =
        "colour,id,day,size,extra\nred,\"a,1\",1970-01-02,1.5,x\ngreen,a2,,NA,\n blue ,a3,1970-01-03,-2,y\n";

    [Test]
    public void Features_are_found_by_name_and_cells_mean_what_they_mean_to_the_model()
    {
        Table table = CsvText.Read(Text, Schema, "y");
        Assert.That(table.Schema, Is.EqualTo(Schema));
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(1.5, -2, -2)));
        Assert.That(double.IsNaN(table.Features[0, 1]), Is.True);
        Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(1.0, -1, 0)));
        Assert.That(CsvText.Cells(table, 2), Is.EqualTo(Items.Of(1.0, -2, 2)));
        Assert.That(table.Target, Is.Null);
        Assert.That(table.Ignored, Is.EqualTo(Items.Of("id", "extra")));
        Assert.That(CsvText.Kinds(table, "colour"), Is.EqualTo(Items.Of(FindingKind.UnknownCategories)));
    }

    [Test]
    public void A_table_is_the_same_whatever_the_order_of_its_columns()
    {
        string[][] rows = [.. File.ReadLines(CsvText.Sample("pima.csv")).Select(line => line.Split(','))];
        Table whole = CsvTable.Read(CsvText.Sample("pima.csv"), "diabetes");
        Gen<int[]> orders = Gen.Shuffle(Enumerable.Range(0, rows[0].Length).ToArray());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10),
            Prop.ForAll(
                orders.ToArbitrary(),
                order =>
                {
                    string text = string.Join('\n', rows.Select(row => string.Join(',', order.Select(i => row[i]))));
                    Table table = CsvText.Read(text, whole.Schema, "diabetes");
                    return table.Features.Values.SequenceEqual(whole.Features.Values)
                        && table.Target!.Codes.Span.SequenceEqual(whole.Target!.Codes.Span);
                }
            )
        );
    }

    [Test]
    public void What_is_read_without_a_schema_reads_the_same_with_its_own()
    {
        Gen<string> cell = Gen.Elements("1", "2.5", "-3e4", "", "NA", "0.1");
        Gen<string> word = Gen.Elements("red", "blue", "x y", "\"q\"\"r\"", "", "1");
        Gen<string[]> row = Gen.Zip(cell, Gen.Zip(word, cell))
            .Select(cells => new[] { cells.Item1, cells.Item2.Item1, cells.Item2.Item2 });
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                row.NonEmptyListOf().ToArbitrary(),
                rows =>
                {
                    string text = "a,b,c\nx,,\n" + string.Concat(rows.Select(cells => string.Join(',', cells) + "\n"));
                    CsvOptions options = new() { Categorical = ["b"], Ignore = ["a"] };
                    Table first = CsvText.Read(text, options);
                    Table again = CsvText.Read(text, first.Schema, null);
                    return CsvText.Cells(first, 0).SequenceEqual(CsvText.Cells(again, 0))
                        && CsvText.Cells(first, 1).SequenceEqual(CsvText.Cells(again, 1));
                }
            )
        );
    }

    [Test]
    public void Any_table_of_texts_and_numbers_is_read_as_it_was_written()
    {
        Gen<string> word = Gen.Elements("red", "light blue", "a,b", "say \"hi\"", "two\nlines", "ß", "7up", "none");
        Gen<string> number = Gen.Choose(-99999, 99999).Select(n => (n / 64f).ToString(CultureInfo.InvariantCulture));
        Gen<string[]> row = Gen.Zip(word, Gen.Zip(number, word))
            .Select(cells => new[] { cells.Item1, cells.Item2.Item1, cells.Item2.Item2 });
        Gen<(string Delimiter, (string End, (bool Mark, bool Last)))> forms = Gen.Zip(
            Gen.Elements(",", ";", "\t", "|"),
            Gen.Zip(Gen.Elements("\n", "\r\n"), Gen.Elements(true, false).Two())
        );
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                row.NonEmptyListOf().ToArbitrary(),
                forms.ToArbitrary(),
                (rows, form) =>
                {
                    (string delimiter, (string end, (bool mark, bool last))) = form;
                    IEnumerable<string> lines = rows.Prepend(["w", "n", "y"])
                        .Select(cells => string.Join(delimiter, cells.Select(Quoted)));
                    string text = (mark ? "\uFEFF" : "") + string.Join(end, lines) + (last ? end : "");
                    Table table = CsvText.Read(text, "y");
                    IReadOnlyList<string> levels = ((CategoryFeature)table.Schema[0]).Levels;
                    return rows.Index()
                        .All(pair =>
                            levels[(int)table.Features[0, pair.Index]] == pair.Item[0]
                            && table.Features[1, pair.Index] == double.Parse(pair.Item[1], CultureInfo.InvariantCulture)
                            && table.Target!.Texts[pair.Index] == pair.Item[2]
                        );
                }
            )
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(512)]
    public void Portions_hold_what_the_whole_holds(int capacity)
    {
        Table whole = CsvText.Read(Text, Schema, null);
        using TablePortions portions = Portions(Text, new CsvOptions { Ids = ["id"] }, capacity);
        List<string> ids = [];
        int row = 0;
        while (portions.Read())
        {
            Assert.That(portions.Rows, Is.InRange(1, capacity));
            Assert.That(portions.Problems, Is.Empty);
            for (int i = 0; i < portions.Rows; i++, row++)
            {
                Assert.That(portions.Features.Column(i).ToArray(), Is.EqualTo(whole.Features.Column(row).ToArray()));
                Assert.That(portions.LineOf(i), Is.EqualTo(whole.LineOf(row)));
                ids.Add(Encoding.UTF8.GetString(portions.Id(i, 0)));
            }
        }
        Assert.That(row, Is.EqualTo(3));
        Assert.That(ids, Is.EqualTo(Items.Of("a,1", "a2", "a3")));
        Assert.That(portions.Ignored, Is.EqualTo(Items.Of("extra")));
        Assert.That(portions.Findings.Select(finding => finding.Kind), Does.Contain(FindingKind.UnknownCategories));
    }

    [Test]
    public void A_row_that_does_not_fit_is_told_and_the_next_one_is_read()
    {
        string text = "id,size,colour,day\na,x,red,\nb,1\nc,2,red,someday\nd,3,red,\n";
        using TablePortions portions = Portions(text, new CsvOptions { Ids = ["id"] }, 100);
        Assert.That(portions.Read(), Is.True);
        Assert.That(portions.Problems.Keys, Is.EquivalentTo(Items.Of(0, 1, 2)));
        Assert.That(portions.Problems[0].Where, Does.StartWith("test.csv, line 2, column 'size'"));
        Assert.That(portions.Problems[1].What, Does.Contain("2 fields"));
        Assert.That(portions.Problems[2].What, Does.Contain("date"));
        Assert.That(double.IsNaN(portions.Features[1, 0]), Is.True);
        Assert.That(portions.Features[0, 3], Is.EqualTo(3));
        Assert.That(Encoding.UTF8.GetString(portions.Id(1, 0)), Is.EqualTo("b"));
        Assert.That(() => portions.Id(4, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(portions.Read(), Is.False);
    }

    [Test]
    public void A_portion_has_texts_of_its_own()
    {
        using MemoryStream stream = new("t\none\ntwo\nthree\n"u8.ToArray());
        Feature[] schema = [new TextFeature("t", [])];
        using TablePortions portions = CsvTable.ReadPortions(stream, "test.csv", schema, new CsvOptions(), 2);
        portions.Read();
        Assert.That(((TextFeature)portions.Schema[0]).Texts, Is.EqualTo(Items.Of("one", "two")));
        portions.Read();
        Assert.That(((TextFeature)portions.Schema[0]).Texts, Is.EqualTo(Items.Of("three")));
    }

    [Test]
    public void Portions_of_a_file_without_a_feature_are_refused() =>
        Assert.That(
            () => Portions("a,b\n1,2\n", new CsvOptions(), 2),
            Throws
                .TypeOf<DataException>()
                .With.Property("What")
                .EqualTo("There are no feature columns size, colour, day.")
        );

    private static TablePortions Portions(string text, CsvOptions options, int capacity) =>
        CsvTable.ReadPortions(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.csv", Schema, options, capacity);

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Quotable) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
