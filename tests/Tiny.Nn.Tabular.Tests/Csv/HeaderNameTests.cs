using System.Text;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

/// <summary>A header is judged in the columns that are used: others may share a name, or have none.</summary>
internal sealed class HeaderNameTests
{
    private static readonly CsvOptions Usual = new() { Target = "y" };

    [TestCase("a,n,n,y", "n,n_2")]
    [TestCase("n,a,n,y", "n,n_2")]
    [TestCase("a,n,y,n", "n,n_2")]
    public void Two_unused_columns_may_have_one_name(string header, string ignored)
    {
        Table table = Read($"{header}\n1,2,3,4\n5,6,7,8\n", Usual with { Ignore = ["n"] });
        Assert.That(table.FeatureNames, Is.EqualTo(["a"]));
        Assert.That(table.Ignored, Is.EqualTo(ignored.Split(',')));
        Finding found = table.Findings.Single(finding => finding.Kind == FindingKind.UnnamedColumns);
        Assert.That(found.Evidence, Does.Contain("n_2"));
        Assert.That(
            Read($"{header}\n1,2,3,4\n5,6,7,8\n", Usual with { Features = ["a"] }).FeatureNames,
            Is.EqualTo(["a"])
        );
    }

    [TestCase("a,y,", "column_3")]
    [TestCase("a,,y", "column_2")]
    [TestCase("a,y,", "3")]
    public void An_unused_column_may_have_no_name(string header, string ignored)
    {
        Table table = Read($"{header}\n1,2,3\n4,5,6\n", Usual with { Ignore = [ignored] });
        Assert.That(table.FeatureNames, Is.EqualTo(["a"]));
        Assert.That(Read($"{header}\n1,2,3\n4,5,6\n", Usual with { Features = ["a"] }).FeatureNames, Is.EqualTo(["a"]));
    }

    [Test]
    public void A_name_that_is_made_is_no_other_column_s()
    {
        Table table = Read(
            "n,n_2,n,column_5,,y\n1,2,3,4,5,6\n7,8,9,1,2,3\n",
            Usual with
            {
                Features = ["n_2", "column_5"],
            }
        );
        Assert.That(table.FeatureNames, Is.EqualTo(["n_2", "column_5"]));
        Assert.That(table.Ignored, Is.EqualTo(["n", "n_3", "column_5_2"]));
    }

    [TestCase("n,n,y", "Two columns have the same name.", "n")]
    [TestCase("n,n,y", "Two columns have the same name.", "2")]
    [TestCase("a,,y", "A column has no name.", "2")]
    [TestCase("a,,y", "A column has no name.", "column_2")]
    public void A_used_column_needs_a_name_of_its_own(string header, string told, string feature)
    {
        string text = $"{header}\n1,2,3\n4,5,6\n";
        Assert.That(() => Read(text, Usual), Throws.TypeOf<DataException>().With.Message.Contains(told));
        Assert.That(
            () => Read(text, Usual with { Features = [feature] }),
            Throws.TypeOf<DataException>().With.Message.Contains(told)
        );
    }

    [TestCase("y,a,y")]
    [TestCase("y,y,a")]
    public void So_does_the_target(string header) =>
        Assert.That(
            () => Read($"{header}\n1,2,3\n4,5,6\n", Usual with { Features = ["a"] }),
            Throws.TypeOf<DataException>().With.Message.Contains("same name")
        );

    [Test]
    public void A_name_that_is_not_text_is_no_matter_where_it_is_not_used()
    {
        byte[] bytes = [.. "a,caf"u8, 0xE9, .. ",y\n1,2,3\n4,5,6\n"u8];
        Table Read(CsvOptions options)
        {
            using MemoryStream stream = new(bytes);
            return CsvTable.Read(stream, "m.csv", options);
        }
        Assert.That(Read(Usual with { Features = ["a"] }).FeatureNames, Is.EqualTo(["a"]));
        Assert.That(() => Read(Usual), Throws.TypeOf<DataException>().With.Message.Contains("not UTF-8"));
    }

    /// <summary>A model asks for its own columns, and no others.</summary>
    [Test]
    public void A_model_reads_a_file_whose_other_columns_share_a_name()
    {
        IReadOnlyList<Feature> schema = Read("a,y\n1,2\n3,4\n", Usual).Schema;
        Table Known(string text)
        {
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
            return CsvTable.Read(stream, "m.csv", schema, "y", new CsvOptions());
        }
        Assert.That(Known("n,a,n,,y\n1,2,3,4,5\n").Ignored, Is.EqualTo(["n", "n_2", "column_4"]));
        Assert.That(
            () => Known("a,a,y\n1,2,3\n"),
            Throws.TypeOf<DataException>().With.Message.Contains("Two columns have the same name")
        );
        Assert.That(
            () => Known("n,n,y\n1,2,3\n"),
            Throws.TypeOf<DataException>().With.Message.Contains("no feature column 'a'")
        );
    }

    /// <summary>What is missing is not another column of the model.</summary>
    [TestCase("x2,x3,y", "x1", null)]
    [TestCase("x2,x3,xx1,y", "x1", "xx1")]
    public void What_is_meant_is_a_column_that_the_model_does_not_use(string header, string missing, string? meant)
    {
        IReadOnlyList<Feature> schema = Read("x1,x2,x3,y\n1,2,3,4\n5,6,7,8\n", Usual).Schema;
        string cells = string.Join(',', header.Split(',').Select(_ => "1"));
        using MemoryStream stream = new(Encoding.UTF8.GetBytes($"{header}\n{cells}\n"));
        string message = Assert
            .Throws<DataException>(() => CsvTable.Read(stream, "m.csv", schema, "y", new CsvOptions()))!
            .Message;
        Assert.That(message, Does.Contain($"no feature column '{missing}'"));
        Assert.That(
            message,
            meant is null ? Does.Not.Contain("Did you mean") : Does.Contain($"Did you mean '{meant}'?")
        );
    }

    private static Table Read(string text, CsvOptions options)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return CsvTable.Read(stream, "m.csv", options);
    }
}
