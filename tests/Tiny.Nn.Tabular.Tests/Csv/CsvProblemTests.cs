using System.Runtime.Versioning;
using System.Text;
using Tiny.Nn.Tabular.Csv;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class CsvProblemTests
{
    [TestCase("abc", "does not hold a number")]
    [TestCase("1 2", "does not hold a number")]
    [TestCase("1e", "does not hold a number")]
    [TestCase("--1", "does not hold a number")]
    [TestCase("0x10", "does not hold a number")]
    [TestCase("$5", "does not hold a number")]
    [TestCase("٣", "does not hold a number")]
    [TestCase("n/a", "is missing")]
    [TestCase("Infinity", "no finite number")]
    [TestCase("-Infinity", "no finite number")]
    [TestCase("1e400", "too large")]
    [TestCase("-1e309", "too large")]
    public void A_cell_that_is_no_number_is_named_with_its_place(string cell, string what)
    {
        DataException problem = CsvText.Problem($"a,petal,y\n1,2,p\n1,{cell},q\n");
        Assert.Multiple(() =>
        {
            Assert.That(problem.What, Does.Contain(what));
            Assert.That(problem.Where, Is.EqualTo($"test.csv, line 3, column 'petal': \"{cell}\""));
            Assert.That(problem.Advice, Is.Not.Empty);
            Assert.That(problem.Message, Is.EqualTo($"{problem.What}\n{problem.Where}\n{problem.Advice}"));
        });
    }

    [TestCase("inf")]
    [TestCase("∞")]
    [TestCase("(5")]
    [TestCase("1_00")]
    [TestCase("٣")]
    [TestCase("1\0")]
    [TestCase("5-")]
    public void Other_spellings_are_no_numbers_either(string cell) =>
        Assert.That(
            CsvText.Problem($"a;y\n{cell};p\n", new CsvOptions { Target = "y", Numeric = ["a"] }).Where,
            Does.StartWith("test.csv, line 2, column 'a': \"")
        );

    [TestCase("1,5")]
    [TestCase("1,234")]
    [TestCase("-0,5e3")]
    public void A_decimal_comma_is_not_read_as_a_thousands_separator(string cell)
    {
        DataException problem = CsvText.Problem($"a;y\n{cell};p\n");
        Assert.That(problem.What, Does.Contain("comma"));
        Assert.That(problem.Where, Is.EqualTo($"test.csv, line 2, column 'a': \"{cell}\""));
        Assert.That(problem.Advice, Does.Contain("1.5"));
    }

    [Test]
    public void A_number_may_be_as_large_as_a_double()
    {
        Assert.That(CsvText.Problem("a,y\n1e309,p\n").Advice, Does.Contain("1.80E+308"));
        Assert.That(CsvText.Read("a,y\n1e39,p\n", "y").Features[0, 0], Is.EqualTo(1e39));
    }

    [Test]
    public void Lines_are_counted_through_quotes_and_blank_lines() =>
        Assert.That(
            CsvText.Problem("a,y\n\n1,\"p\nq\nr\"\n\nx,s\n").Where,
            Is.EqualTo("test.csv, line 7, column 'a': \"x\"")
        );

    [TestCase("1,2,3\n4,5\n", 3, "2 fields", "has 3")]
    [TestCase("1,2,3\n4,5,6,7\n", 3, "4 fields", "has 3")]
    [TestCase("1,2,3\n\n4\n", 4, "1 field,", "has 3")]
    public void A_ragged_row_is_told_with_both_counts(string rows, int line, string found, string expected)
    {
        DataException problem = CsvText.Problem("a,b,y\n" + rows);
        Assert.That(problem.What, Does.Contain(found).And.Contain(expected));
        Assert.That(problem.Where, Is.EqualTo($"test.csv, line {line}"));
    }

    [TestCase("a,y\n1,p\n2,\"q\n3,r\n", 3)]
    [TestCase("a,y\n1,p\n\"2\"x,q\n", 3)]
    [TestCase("\"a,y\n1,p\n", 1)]
    public void Quotes_that_do_not_match_are_told_with_their_line(string text, int line)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Does.Contain("quotes"));
        Assert.That(problem.Where, Is.EqualTo($"test.csv, line {line}"));
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("\uFEFF")]
    [TestCase("   \r\n")]
    public void An_empty_file_holds_no_data(string text)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Is.EqualTo("There is no data."));
        Assert.That(problem.Where, Is.EqualTo("test.csv"));
    }

    [TestCase("a,y")]
    [TestCase("a,y\n")]
    [TestCase("a,y\n\n\n")]
    public void A_header_alone_is_no_table(string text) =>
        Assert.That(CsvText.Problem(text).What, Does.Contain("no rows"));

    [Test]
    public void A_target_alone_is_no_table() =>
        Assert.That(CsvText.Problem("y\np\n").What, Is.EqualTo("There is no feature to learn from."));

    [TestCase("a,,y\n1,2,p\n", 2, "no name")]
    [TestCase("a,b,\n1,2,p\n", 3, "no name")]
    [TestCase("a,\"  \",y\n1,2,p\n", 2, "no name")]
    [TestCase("a,b, a ,y\n1,2,3,p\n", 3, "same name")]
    [TestCase("y,y\n1,2\n", 2, "same name")]
    public void Every_column_has_a_name_of_its_own(string text, int column, string what)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Does.Contain(what));
        Assert.That(problem.Where, Does.StartWith($"test.csv, line 1, column {column}"));
    }

    [Test]
    public void An_unknown_target_is_answered_with_the_columns_and_the_nearest()
    {
        DataException problem = CsvText.Problem("length,width,species\n1,2,p\n", "specis");
        Assert.That(problem.What, Is.EqualTo("There is no target column 'specis'."));
        Assert.That(problem.Advice, Is.EqualTo("Did you mean 'species'? The columns are: length, width, species."));
    }

    [TestCase("0")]
    [TestCase("4")]
    [TestCase("-1")]
    [TestCase("99999999999999999999")]
    public void A_number_beyond_the_columns_is_no_column(string target) =>
        Assert.That(CsvText.Problem("a,b,y\n1,2,p\n", target).What, Does.Contain($"'{target}'"));

    [Test]
    public void Missing_features_are_listed()
    {
        DataException one = Named("sepal_length,width\n1,2\n", ["width", "sepal_lenght"], null);
        Assert.That(one.What, Is.EqualTo("There is no feature column 'sepal_lenght'."));
        Assert.That(one.Advice, Does.StartWith("Did you mean 'sepal_length'?"));
        DataException two = Named("a,b\n1,2\n", ["a", "first", "second"], null);
        Assert.That(two.What, Is.EqualTo("There are no feature columns first, second."));
    }

    [TestCase("a", "a")]
    [TestCase("b", "y")]
    [TestCase("b", "3")]
    public void A_column_has_one_part_to_play(string another, string target)
    {
        string[] features = target == "a" ? ["a", "b"] : [another, "y"];
        Assert.That(Named("a,b,y\n1,2,3\n", features, target).What, Is.EqualTo("A column is wanted twice."));
    }

    [Test]
    public void A_feature_is_wanted_once() =>
        Assert.That(Named("a,b\n1,2\n", ["a", "b", "a"], null).Where, Is.EqualTo("test.csv, column 'a'"));

    [Test]
    public void No_feature_is_too_few() =>
        Assert.That(Named("a,b\n1,2\n", [], "b").What, Is.EqualTo("There is no feature to learn from."));

    [TestCase("a,y\n1,\n")]
    [TestCase("a,y\n1,\"  \"\n2,NA\n")]
    public void A_table_without_any_target_is_refused(string text)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Is.EqualTo("All targets are empty."));
        Assert.That(problem.Where, Is.EqualTo("test.csv, column 'y'"));
    }

    [TestCase("a,y\n1,caf#\n", 2)]
    [TestCase("a#,y\n1,p\n", 1)]
    public void Text_that_is_not_UTF_8_is_told_and_not_mangled(string text, int line)
    {
        byte[] latin = Encoding.Latin1.GetBytes(text.Replace('#', 'é'));
        DataException problem = Assert.Throws<DataException>(() => CsvText.Read(latin, "y"))!;
        Assert.That(problem.What, Does.Contain("not UTF-8"));
        Assert.That(problem.Where, Does.StartWith($"test.csv, line {line}, column "));
    }

    [Test]
    public void A_long_text_is_shortened_and_disarmed()
    {
        string text = CsvText
            .Problem($"a,y\n\u001b[31m{new string('x', 10_000)},p\n", new CsvOptions { Target = "y", Numeric = ["a"] })
            .Message;
        Assert.That(text, Has.Length.LessThan(400));
        Assert.That(text, Does.Contain("\\u{1B}[31mxxx").And.Contain("…"));
        Assert.That(text, Does.Not.Contain("\u001b"));
    }

    [Test]
    public void A_missing_file_is_told_with_its_path()
    {
        DataException problem = File("/nowhere/iris.csv");
        Assert.That(problem.What, Is.EqualTo("There is no such file."));
        Assert.That(problem.Where, Is.EqualTo("/nowhere/iris.csv"));
    }

    [Test]
    public void A_directory_is_no_file() => Assert.That(File(Path.GetTempPath()).What, Does.Contain("directory"));

    [Test]
    public void A_path_that_cannot_be_is_told() => Assert.That(File("a\0b").Where, Is.EqualTo("a\0b"));

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public void A_file_without_permission_is_told()
    {
        string path = Path.GetTempFileName();
        try
        {
            System.IO.File.SetUnixFileMode(path, UnixFileMode.None);
            Assume.That(Environment.UserName, Is.Not.EqualTo("root"), "nothing is forbidden to root");
            Assert.That(File(path).What, Is.EqualTo("The file may not be read."));
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Test]
    public void A_stream_that_breaks_is_told()
    {
        using Broken atOnce = new(0);
        using Broken later = new(200_000);
        Assert.That(
            () => CsvTable.Read(atOnce, "pipe", new CsvOptions { Target = "y" }),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("pipe")
        );
        Assert.That(
            () => CsvTable.Read(later, "pipe", new CsvOptions { Target = "y" }),
            Throws.TypeOf<DataException>().With.Message.Contain("the pipe broke")
        );
    }

    private static DataException Named(string text, string[] features, string? target) =>
        Assert.Throws<DataException>(() => CsvText.Read(text, features, target))!;

    private static DataException File(string path) => Assert.Throws<DataException>(() => CsvTable.Read(path, "y"))!;

    /// <summary>A stream of good rows that fails after some bytes.</summary>
    private sealed class Broken(int bytes)
        : MemoryStream(Encoding.UTF8.GetBytes("a,y\n" + string.Concat(Enumerable.Repeat("1,p\n", bytes / 4))))
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            int count = base.Read(buffer);
            return count > 0 && bytes > 0 ? count : throw new IOException("the pipe broke");
        }
    }
}
