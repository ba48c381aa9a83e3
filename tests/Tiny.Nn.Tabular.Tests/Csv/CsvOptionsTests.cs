using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Csv;

public sealed class CsvOptionsTests
{
    [Test]
    public void Without_a_header_columns_are_numbered()
    {
        CsvOptions options = new() { HasHeader = false, Target = "3" };
        Table table = CsvText.Read("1,2,p\n3,4,q\n", options);
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("column_1", "column_2")));
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1f, 2, 3, 4)));
        Assert.That((table.Target!.Name, table.LineOf(0)), Is.EqualTo(("column_3", 1)));
        Assert.That(table.Findings.Select(finding => finding.Kind), Does.Not.Contain(FindingKind.HeaderLikeData));
    }

    [Test]
    public void A_header_that_looks_like_data_is_said()
    {
        Table table = CsvText.Read("5.1,3.5,setosa\n4.9,3.0,setosa\n4.7,3.2,virginica\n", "setosa");
        Assert.That(CsvText.Kinds(table, null), Is.EqualTo(Items.Of(FindingKind.HeaderLikeData)));
        Assert.That(CsvText.Problem("1,1,p\n2,3,q\n", "p").Advice, Does.Contain("CsvOptions.HasHeader = false"));
    }

    [TestCase(';', "semicolons")]
    [TestCase('\t', "tabs")]
    [TestCase('|', "bars")]
    public void A_delimiter_that_was_found_is_said(char delimiter, string name)
    {
        string text = "a,y\n1,p\n2,q\n".Replace(',', delimiter);
        Table table = CsvText.Read(text, "y");
        Assert.That(
            table.Findings[0],
            Is.EqualTo(new Finding(FindingKind.Delimiter, null, $"the fields are separated by {name}"))
        );
        Table told = CsvText.Read(text, new CsvOptions { Target = "y", Delimiter = delimiter });
        Assert.That(CsvText.Kinds(told, null), Is.Empty);
    }

    [Test]
    public void A_delimiter_that_was_told_is_taken()
    {
        CsvOptions options = new() { Target = "c;d", Delimiter = ',' };
        Assert.That(CsvText.Read("a;b,c;d\n1,2;3\n", options).FeatureNames, Is.EqualTo(Items.Of("a;b")));
        Assert.That(() => new CsvOptions { Delimiter = '.' }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("a;y\n1,5;p\n-,25e1;q\n7;q\n")]
    [TestCase("a,y\n\"1,5\",p\n\"-,25e1\",q\n7,q\n")]
    public void A_decimal_comma_is_read_where_it_is_asked_for(string text)
    {
        Table table = CsvText.Read(text, new CsvOptions { Target = "y", DecimalComma = true });
        Assert.That(table.Features.Values.ToArray(), Is.EqualTo(Items.Of(1.5f, -2.5f, 7)));
    }

    [Test]
    public void A_decimal_point_is_no_number_then() =>
        Assert.That(
            CsvText.Problem("a;y\n1,5;p\n1.5;q\n", new CsvOptions { Target = "y", DecimalComma = true }).Where,
            Is.EqualTo("test.csv, line 3, column 'a': \"1.5\"")
        );

    [Test]
    public void Columns_play_the_parts_that_they_are_given()
    {
        CsvOptions options = new()
        {
            Target = "y",
            Ids = ["id"],
            Ignore = ["junk"],
            Categorical = ["zip"],
            Dates = ["day"],
            Texts = ["note"],
            Numeric = ["a"],
        };
        Table table = CsvText.Read(
            "id,zip,day,note,a,junk,y\nx1,8000,1970-01-02,hello,1.5,?!,p\nx2,3000,1970-01-01T12:00,again,,,q\nx3,8000,,hello,2,,q\n",
            options
        );
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("zip", "day", "note", "a")));
        Assert.That(((CategoryFeature)table.Schema[0]).Levels, Is.EqualTo(Items.Of("3000", "8000")));
        Assert.That(table.Schema[1], Is.EqualTo(new DateFeature("day")));
        Assert.That(((TextFeature)table.Schema[2]).Texts, Is.EqualTo(Items.Of("hello", "again")));
        Assert.That(CsvText.Cells(table, 0), Is.EqualTo(Items.Of(1.0, 0, 1)));
        Assert.That(CsvText.Cells(table, 1), Is.EqualTo(Items.Of(1.0, 0.5, -2)));
        Assert.That(CsvText.Cells(table, 2), Is.EqualTo(Items.Of(0.0, 1, 0)));
        Assert.That(CsvText.Cells(table, 3), Is.EqualTo(Items.Of(1.5, -2, 2)));
        Assert.That(table.Ignored, Is.EqualTo(Items.Of("junk")));
        Assert.That(table.IdNames, Is.EqualTo(Items.Of("id")));
    }

    [Test]
    public void Only_the_features_asked_for_are_read()
    {
        CsvOptions options = new() { Target = "y", Features = ["c", "1"] };
        Table table = CsvText.Read("a,b,c,y\n1,oops,3,p\n4,5,6,q\n", options);
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a", "c")));
        Assert.That(table.Ignored, Is.EqualTo(Items.Of("b")));
    }

    [Test]
    public void A_column_cannot_play_two_parts()
    {
        CsvOptions[] wrong =
        [
            new() { Target = "a", Ignore = ["a"] },
            new() { Ids = ["a"], Numeric = ["a"] },
            new() { Categorical = ["a"], Dates = ["1"] },
            new() { Target = "a", Features = ["a"] },
        ];
        foreach (CsvOptions options in wrong)
        {
            Assert.That(CsvText.Problem("a,b\n1,2\n", options).What, Is.EqualTo("A column is wanted twice."));
        }
        Assert.That(
            CsvText.Problem("a,b\n1,2\n", new CsvOptions { Ignore = ["c"] }).What,
            Does.Contain("ignored column 'c'")
        );
    }

    [TestCase("1970-01-01", 0)]
    [TestCase("2024-02-29", 19782)]
    [TestCase("1969-12-31T18:00", -0.25)]
    [TestCase("1970-01-02 06:00:00", 1.25)]
    [TestCase("1970-01-01T00:00:43.2", 0.0005)]
    [TestCase("1970-01-01T12:00:00Z", 0.5)]
    [TestCase("1970-01-01T12:00:00+06:00", 0.25)]
    public void A_date_is_days_since_1970(string date, double days)
    {
        Table table = CsvText.Read($"day,y\n{date},p\n", new CsvOptions { Target = "y", Dates = ["day"] });
        Assert.That(table.Features[0, 0], Is.EqualTo(days).Within(1e-12));
    }

    [TestCase("29.02.2023")]
    [TestCase("2023-02-29")]
    [TestCase("soon")]
    public void Another_date_is_an_error_with_its_place(string date) =>
        Assert.That(
            CsvText.Problem($"day,y\n{date},p\n", new CsvOptions { Target = "y", Dates = ["day"] }).Where,
            Is.EqualTo($"test.csv, line 2, column 'day': \"{date}\"")
        );
}
