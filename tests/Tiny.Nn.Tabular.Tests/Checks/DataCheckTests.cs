using System.Text;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Checks;

public sealed class DataCheckTests
{
    private static readonly string Rows = string.Concat(
        Enumerable.Range(0, 40).Select(row => $"{row * 37 % 11}.5,{row * 17 % 7},{(row % 2 == 0 ? "p" : "q")}\n")
    );

    [Test]
    public void Nothing_odd_is_nothing() => Assert.That(Check("a,b,y\n" + Rows).Findings, Is.Empty);

    [Test]
    public void Mixed_types_are_a_finding()
    {
        Table table = Check("a,b,y\n" + Rows + "many,3,p\n");
        Finding finding = table.Findings.Single(found => found.Kind == FindingKind.MixedTypes);
        Assert.That(finding.Column, Is.EqualTo("a"));
        Assert.That(finding.Evidence, Does.StartWith("40 of 41 cells").And.Contain("line 42"));
    }

    [Test]
    public void Decimal_commas_are_a_finding() =>
        Assert.That(
            CsvText.Kinds(Check("a;b;y\n" + Rows.Replace(',', ';').Replace('.', ',')), "a"),
            Does.Contain(FindingKind.DecimalComma)
        );

    [Test]
    public void Dates_and_names_are_findings()
    {
        string rows = string.Concat(
            Enumerable
                .Range(0, 80)
                .Select(row => $"2024-01-{row % 28 + 1:00},name {row},{(row % 3 == 0 ? "p" : "q")}\n")
        );
        Table table = Check("day,who,y\n" + rows);
        Assert.That(CsvText.Kinds(table, "day"), Does.Contain(FindingKind.DateLike));
        Assert.That(
            CsvText.Kinds(table, "who"),
            Does.Contain(FindingKind.TooManyValues).And.Contain(FindingKind.IdLike)
        );
    }

    [Test]
    public void Columns_that_are_the_same_are_a_finding()
    {
        string[] lines = ("a,b,y\n" + Rows).TrimEnd('\n').Split('\n');
        string text = string.Concat(lines.Select((line, row) => $"{(row == 0 ? "c" : line.Split(',')[0])},{line}\n"));
        Finding finding = Check(text).Findings.Single(found => found.Kind == FindingKind.DuplicateColumn);
        Assert.That(finding, Is.EqualTo(new Finding(FindingKind.DuplicateColumn, "a", "the same cells as 'c'")));
    }

    [Test]
    public void Rows_that_are_the_same_are_a_finding_whatever_names_them()
    {
        string[] rows = (Rows + "0.5,0,p\n9.5,,q\n9.5,,q\n").TrimEnd('\n').Split('\n');
        string text = string.Concat(rows.Select((line, row) => $"{row},{line}\n"));
        Finding finding = Check("id,a,b,y\n" + text).Findings.Single(found => found.Kind == FindingKind.DuplicateRows);
        Assert.That(
            finding.Evidence,
            Is.EqualTo("2 of 43 rows are there already; the first is line 42, the same as line 2")
        );
    }

    [Test]
    public void A_feature_that_tells_the_class_is_a_finding()
    {
        string text = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(row => $"{row * 37 % 11},{(row % 2 == 0 ? "yes" : "no")},{(row % 2 == 0 ? "p" : "q")}\n")
        );
        Table table = Check("a,told,y\n" + text);
        Assert.That(CsvText.Kinds(table, "told"), Does.Contain(FindingKind.Leaking));
        Assert.That(CsvText.Kinds(table, "a"), Does.Not.Contain(FindingKind.Leaking));
    }

    [Test]
    public void A_feature_that_tells_the_number_is_a_finding()
    {
        string text = string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{row * 37 % 41},{row * 37 % 41 * 1.8 + 32},{row % 5}\n")
        );
        Table table = Check("celsius,y,b\n" + text);
        Assert.That(CsvText.Kinds(table, "celsius"), Does.Contain(FindingKind.Leaking));
        Assert.That(CsvText.Kinds(table, "b"), Does.Not.Contain(FindingKind.Leaking));
    }

    [Test]
    public void A_class_of_one_row_is_a_finding() =>
        Assert.That(
            CsvText.Kinds(Check("a,b,y\n" + Rows + "1.5,2,r\n"), "y"),
            Is.EqualTo(Items.Of(FindingKind.RareClass))
        );

    [Test]
    public void The_data_sets_are_checked()
    {
        foreach (string file in new[] { "iris.csv", "wine.csv", "digits.csv", "pima.csv", "house_votes.csv" })
        {
            string target = CsvTable.ReadHeader(CsvText.Sample(file))[^1];
            Table table = DataCheck.Read(CsvText.Sample(file), new CsvOptions { Target = target });
            Assert.That(table.Findings.Select(finding => finding.Kind), Does.Not.Contain(FindingKind.Leaking), file);
        }
    }

    [Test]
    public void What_is_no_table_is_an_error() =>
        Assert.That(() => Check("a,b,y\n1,2\n"), Throws.TypeOf<DataException>());

    private static Table Check(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return DataCheck.Read(stream, "test.csv", new CsvOptions { Target = "y" });
    }
}
