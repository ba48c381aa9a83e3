using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv.Sources;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Lines above the header, below the rows and between them that are none of the table.</summary>
public sealed class PreambleTests
{
    [TestCase("# exported 2024\na,b,y\n1,2,p\n3,4,q\n", 1)]
    [TestCase("#one\r\n\r\n# two, of 3\r\na;b;y\r\n1;2;p\r\n3;4;q\r\n", 2)]
    [TestCase("\uFEFF# it's 5\" wide\na,b,y\n\"1\",2,p\n3,4,q\n", 1)]
    [TestCase("# source: x, y, z\na,b,y\n1,2,p\n3,4,q\n", 1)]
    [TestCase("# source: w, x, y, z\n# by hand\na,b,y\n1,2,p\n3,4,q\n", 2)]
    [TestCase("# made by hand\na  b  y\n1  2  p\n3  4  q\n", 1)]
    public void Comments_above_the_header_are_passed_over_and_noted(string text, int count)
    {
        Table table = Bytes.Read(Encoding.UTF8.GetBytes(text));
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b")));
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1f, 2, 3, 4)));
        Assert.That(table.LineOf(1), Is.EqualTo(text.Split('\n').Length - 1));
        Finding finding = table.Findings.Single(one => one.Kind == FindingKind.Comments);
        Assert.That(finding.Evidence, Does.StartWith($"{count} line"));
        Table read = CsvText.Read(text, ["a", "b"], "y");
        Assert.That(CsvText.Kinds(read, null), Does.Contain(FindingKind.Comments));
    }

    [TestCase("#a,b,y\n1,2,p\n3,4,q\n", "#a")]
    [TestCase("# a remark\n#a,b,y\n1,2,p\n3,4,q\n", "#a")]
    [TestCase("#,b,y\n1,2,p\n3,4,q\n", "#")]
    public void A_header_may_begin_with_the_sign(string text, string name) =>
        Assert.That(Bytes.Read(Encoding.UTF8.GetBytes(text)).FeatureNames, Is.EqualTo(Items.Of(name, "b")));

    [TestCase("Iris flowers\na,b,y\n1,2,p\n3,4,q\n", "line 1", "tail -n +2")]
    [TestCase("Iris flowers\na;b;y\n1,5;2;p\n3,5;4;q\n", "line 1", "tail -n +2")]
    [TestCase("Iris\nflowers\n\na\tb\ty\n1\t2\tp\n3\t4\tq\n", "lines 1 to 3", "tail -n +4")]
    [TestCase("Report, June 2024\na,b,c,y\n1,2,3,p\n3,4,5,q\n", "line 1", "tail -n +2")]
    [TestCase("Report;;;\na;b;c;y\n1;2;3;p\n3;4;5;q\n", "line 1", "tail -n +2")]
    [TestCase("Report,,\n,,\n,2024,\na,b,y\n1,2,p\n3,4,q\n", "lines 1 to 3", "tail -n +4")]
    [TestCase("Measured\na,b,y\n1,2,p\n3,4,q\n5,6,p\n7,8,q\nTotal\n", "line 1", "tail -n +2")]
    public void A_title_above_the_header_is_told(string text, string where, string advice)
    {
        DataException problem = Bytes.Problem(text);
        Assert.That(problem.What, Is.EqualTo("A title stands above the header."));
        Assert.That(problem.Where, Is.EqualTo($"data, {where}"));
        Assert.That(problem.Advice, Does.Contain(advice));
    }

    [TestCase("a,y\n1,2,p\n3,4,q\n5,6,p\n")]
    [TestCase("a;w;y\n1;1,5;p;\n2;2,5;q;\n3;3,5;q;\n")]
    [TestCase("x;y\n1,5;2,5;p\n3,5;4,5;q\n5,5;6,5;p\n")]
    [TestCase("a,b,y\n1,2,p\n3,4,q,5\n")]
    [TestCase("x\n1,5\n2,5\n3,5\n")]
    public void Rows_that_do_not_fit_make_no_title(string text) =>
        Assert.That(CsvText.Problem(text, new CsvOptions()).What, Does.StartWith("A row has "));

    [TestCase("5.1 3.5 setosa\n", "4.9 3.0 virginica\n")]
    [TestCase("  5.1   3.5   setosa  \r\n", "  4.9   3.0\tvirginica\r\n")]
    [TestCase("5.1  3.5  'setosa'\n", "4.9  3.0  \"virginica alba\"\n")]
    public void Blanks_may_separate_the_fields(string first, string second)
    {
        Table table = Bytes.Read(Encoding.UTF8.GetBytes($"a  b    y\n{first}{second}"));
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "b")));
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(5.1, 3.5, 4.9, 3.0)));
        Assert.That(table.Findings[0].Evidence, Is.EqualTo("the fields are separated by blanks"));
        Assert.That(table.Target!.Levels, Has.Count.EqualTo(2));
    }

    [Test]
    public void Many_such_rows_are_read_alike_with_and_without_a_mark()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 30_000).Select(row => $"   {row % 7}.5   {row % 11}    {(row % 2 == 0 ? "p" : "q")}\n")
        );
        double[] plain = Bytes.Read(Encoding.UTF8.GetBytes($"a b y\n{rows}")).Features.Values.ToArray();
        Assert.That(plain, Has.Length.EqualTo(60_000));
        Assert.That(plain[^2..], Is.EqualTo(Items.Of(29_999 % 7 + 0.5, 29_999 % 11)));
        Assert.That(
            Bytes.Read(Encoding.UTF8.GetBytes($"\uFEFF  a b y\n{rows}")).Features.Values.ToArray(),
            Is.EqualTo(plain)
        );
    }

    [TestCase("full name\nJohn Smith\nJane Doe\n")]
    [TestCase("room name\nRoom 1\nRoom 2\n")]
    [TestCase("a text\nof one two\nthree four five\n")]
    public void A_column_of_texts_is_one_column(string text)
    {
        string name = text.Split('\n')[0];
        Table table = CsvText.Read(text, new CsvOptions { Categorical = [name] });
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of(name)));
    }

    [Test]
    public void A_header_that_lacks_the_names_of_rows_is_told() =>
        Assert.That(
            CsvText.Problem("\"a\" \"b\" \"y\"\n\"1\" 5.1 3.5 \"p\"\n\"2\" 4.9 3.0 \"q\"\n").What,
            Does.Contain("lacks the name")
        );

    [TestCase("a,b,y\n1,2,p\n3,4,q\na,b,y\n5,6,p\n", 4)]
    [TestCase("kind,size,y\ncat,big,p\ndog,small,q\n\"kind\", size,y\ncat,big,p\n", 4)]
    [TestCase("\n# x\na;b;y\n1;2;p\n\na;b;y\n", 6)]
    public void A_header_that_is_there_again_is_told(string text, int line)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Is.EqualTo("The header is there once more among the rows."));
        Assert.That(problem.Where, Is.EqualTo($"test.csv, line {line}"));
        Assert.That(problem.Advice, Does.Contain("awk"));
    }

    [Test]
    public void A_row_like_a_part_of_the_header_is_a_row() =>
        Assert.That(CsvText.Read("kind,b,y\nkind,1,p\nb,2,q\n", "y").Rows, Is.EqualTo(2));

    [Test]
    public void For_a_model_it_is_a_bad_row()
    {
        using TablePortions portions = CsvTable.ReadPortions(
            new MemoryStream("a,b\n1,2\na,b\n3,4\n"u8.ToArray()),
            "test.csv",
            [new NumberFeature("a"), new NumberFeature("b")],
            new CsvOptions(),
            10
        );
        Assert.That(portions.Read(), Is.True);
        Assert.That(portions.Rows, Is.EqualTo(3));
        Assert.That(portions.Problems.Keys, Is.EqualTo(Items.Of(1)));
    }

    [TestCase("a,b,y\n1,2,p\n3,4,q\nTotal,6\n", "total below the rows")]
    [TestCase("a,b,y\n1,2,p\n3,4,q\n合計: ,6\n", "total below the rows")]
    [TestCase("a,b,y\n1,2,p\n3,4,q\nSource: somewhere\n", "remark below the table")]
    [TestCase("a,b,y\n1,2,p\n# a remark\n3,4,q\n", "comment")]
    public void A_line_below_the_rows_is_told_for_what_it_is(string text, string advice)
    {
        DataException problem = CsvText.Problem(text);
        Assert.That(problem.What, Does.StartWith("A row has "));
        Assert.That(problem.Advice, Does.Contain(advice));
    }

    [Test]
    public void A_total_among_numbers_is_told() =>
        Assert.That(
            CsvText.Problem("a,b,y\n1,2,p\n3,4,q\n5,6,p\nTotal,12,p\n").Advice,
            Does.Contain("total below the rows")
        );

    [Test]
    public void A_total_among_texts_is_noted()
    {
        Table table = CsvText.Read("kind,b,y\ncat,2,1.5\ndog,4,2.5\ncat,6,3.5\nSumme,12,7.5\n", "y");
        Finding finding = table.Findings.Single(one => one.Kind == FindingKind.TotalRow);
        Assert.That(finding.Evidence, Does.Contain("line 5").And.Contain("Summe"));
        Table other = CsvText.Read("kind,b,y\ntotal,2,1.5\ndog,4,2.5\ncat,6,3.5\ntotal,12,7.5\n", "y");
        Assert.That(other.Findings.Select(one => one.Kind), Does.Not.Contain(FindingKind.TotalRow));
    }

    [TestCase("5.1,3.5,1.4,0.2,setosa\n4.9,3.0,1.4,0.3,setosa\n", "species")]
    [TestCase("5.1,red,big,setosa\n4.9,red,big,setosa\n", "y")]
    public void A_missing_target_is_answered_with_a_first_row_that_is_no_header(string text, string target) =>
        Assert.That(
            CsvText.Problem(text, target).Advice,
            Does.StartWith("If the first line is data").And.Contain("CsvOptions.HasHeader = false")
        );

    [Test]
    public void Half_numbers_are_said() =>
        Assert.That(
            CsvText.Kinds(CsvText.Read("5.1,red,3,p\n4.9,blue,2,q\n4.8,blue,5,q\n", "p"), null),
            Does.Contain(FindingKind.HeaderLikeData)
        );
}
