using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>Rows with fewer fields than there are columns.</summary>
public sealed class ShortRowTests
{
    private const string Text = "a,b,y,c\n1,2,p,3\n4\n5,6,q\n\"7\",\"8\",\"p\np\"\n9,1,q,\n";

    private static readonly CsvOptions Allowed = new() { Target = "y", ShortRows = true };

    [Test]
    public void Their_last_cells_are_missing_where_that_is_allowed()
    {
        Table table = CsvText.Read(Text, Allowed);
        Assert.Multiple(() =>
        {
            Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(1.0, 5, 7, 9)));
            Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(2.0, 6, 8, 1)));
            Assert.That(CsvText.Cells(table, 2), Is.EqualTo(Items.Of(3.0, -2, -2, -2)));
            Assert.That(table.Target!.Texts, Is.EqualTo(Items.Of("p", "q", "p\np", "q")));
            Assert.That(CsvText.Kinds(table, null), Is.EqualTo(Items.Of(FindingKind.ShortRows)));
            Assert.That(
                table.Findings.First(finding => finding.Kind == FindingKind.ShortRows).Evidence,
                Does.StartWith("3 rows with fewer fields")
            );
        });
    }

    [Test]
    public void A_model_reads_them_too()
    {
        Feature[] schema = [new NumberFeature("c"), new NumberFeature("a")];
        Table table = CsvText.Read("a,b,c\n1,2,3\n4\n", schema, null, Allowed);
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(3.0, -2)));
        Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(1.0, 4)));
        Assert.That(CsvText.Kinds(table, null), Is.EqualTo(Items.Of(FindingKind.ShortRows)));
    }

    [Test]
    public void Elsewhere_they_are_an_error_that_names_the_flag()
    {
        DataException problem = CsvText.Problem(Text);
        Assert.That(problem.Where, Is.EqualTo("test.csv, line 3"));
        Assert.That(problem.Advice, Does.Contain("CsvOptions.ShortRows"));
        DataException longRow = CsvText.Problem("a,y\n1,p,2\n", Allowed);
        Assert.That(longRow.What, Is.EqualTo("A row has 3 fields, the header has 2."));
        Assert.That(longRow.Advice, Does.Not.Contain("CsvOptions.ShortRows"));
    }
}
