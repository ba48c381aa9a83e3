using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Checks;

/// <summary>A first column without a name.</summary>
public sealed class RowNamesTests
{
    [TestCase(",a,y\n7,1,p\n9,2,q\n")]
    [TestCase("\"\",\"a\",\"y\"\n\"Mazda\",1,\"p\"\n\"Fiat\",2,\"q\"\n")]
    public void It_names_the_rows_and_is_no_feature(string text)
    {
        Table table = CsvText.Read(text, "y");
        Assert.Multiple(() =>
        {
            Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a")));
            Assert.That(table.IdNames, Is.EqualTo(Items.Of("row")));
            Assert.That(table.Ignored, Is.Empty);
            Assert.That(CsvText.Kinds(table, "row"), Is.EqualTo(Items.Of(FindingKind.RowNames)));
        });
    }

    [Test]
    public void It_gets_a_name_that_no_other_column_has() =>
        Assert.That(CsvText.Read(",row,row_2,y\n7,1,2,p\n", "y").IdNames, Is.EqualTo(Items.Of("row_3")));

    [Test]
    public void It_plays_the_part_that_it_is_given()
    {
        const string text = ",a,y\n7,1,p\n9,2,q\n";
        CsvOptions options = new() { Target = "y" };
        Table asNumber = CsvText.Read(text, options with { Numeric = ["row"] });
        Table asFeature = CsvText.Read(text, options with { Features = ["1"] });
        Table asId = CsvText.Read(text, options with { Ids = ["row"] });
        Table left = CsvText.Read(text, options with { Ignore = ["row"] });
        Assert.Multiple(() =>
        {
            Assert.That(asNumber.FeatureNames, Is.EqualTo(Items.Of("row", "a")));
            Assert.That(asFeature.FeatureNames, Is.EqualTo(Items.Of("row")));
            Assert.That(asId.IdNames, Is.EqualTo(Items.Of("row")));
            Assert.That(left.Ignored, Is.EqualTo(Items.Of("row")));
            Assert.That(
                asNumber.Findings.Concat(asFeature.Findings).Concat(asId.Findings).Concat(left.Findings),
                Has.None.Property("Kind").EqualTo(FindingKind.RowNames)
            );
        });
    }

    [Test]
    public void A_model_reads_past_it_or_to_it()
    {
        const string text = ",a\n7,1\n9,2\n";
        Table past = CsvText.Read(text, [new NumberFeature("a")], "y");
        Table asId = CsvText.Read(text, [new NumberFeature("a")], "y", new CsvOptions { Ids = ["row"] });
        Table asFeature = CsvText.Read(text, [new NumberFeature("row")], "y");
        Assert.Multiple(() =>
        {
            Assert.That(past.Ignored, Is.Empty);
            Assert.That(CsvText.Kinds(past, "row"), Is.EqualTo(Items.Of(FindingKind.RowNames)));
            Assert.That(asId.IdNames, Is.EqualTo(Items.Of("row")));
            Assert.That(asId.Findings, Is.Empty);
            Assert.That(asFeature.Features.Values.ToArray(), Is.EqualTo(Items.Of(7f, 9f)));
            Assert.That(asFeature.Ignored, Is.EqualTo(Items.Of("a")));
        });
    }

    [Test]
    public void A_table_of_nothing_else_is_none() =>
        Assert.That(CsvText.Problem("\"\"\n1\n2\n").What, Does.Contain("no name"));
}
