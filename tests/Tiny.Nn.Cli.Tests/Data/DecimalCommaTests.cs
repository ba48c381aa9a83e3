using System.Globalization;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Files whose numbers have a comma for their decimal point: the same numbers give the same results.</summary>
internal sealed class DecimalCommaTests : CommandTests
{
    private static readonly string Commas =
        "when;weight;area;rooms;price\n" + string.Concat(Enumerable.Range(0, 80).Select(Line));

    private static string Points => Commas.Replace(',', '.').Replace(';', ',');

    [SetUp]
    public void WriteFiles()
    {
        Place.Write("commas.csv", Commas);
        Place.Write("points.csv", Points);
    }

    [TestCase]
    [TestCase("--cv", "4")]
    [TestCase("--weight-column", "weight")]
    [TestCase("--time", "when")]
    public void A_target_of_amounts_is_learned(params string[] more)
    {
        string[] flags = ["--target", "price", "--epochs", "3", .. more];
        Run points = Asked(["train", "points.csv", .. flags]).Good();
        Run commas = Asked(["train", "commas.csv", "--decimal-comma", .. flags]).Good();
        Assert.That(commas.Error, Does.Contain("regression of price"));
        Assert.That(commas.Output, Is.EqualTo(points.Output).And.Contain("RMSE"));
    }

    [Test]
    public void A_model_keeps_the_format()
    {
        Asked("train", "points.csv", "--target", "price", "--epochs", "3").Good();
        Asked("train", "commas.csv", "--target", "price", "--epochs", "3", "--decimal-comma").Good();
        Assert.That(
            Asked("predict", "commas.tnn", "commas.csv").Good().Output,
            Is.EqualTo(Asked("predict", "points.tnn", "points.csv").Good().Output)
        );
        Assert.That(
            Asked("evaluate", "commas.tnn", "commas.csv").Good().Output,
            Is.EqualTo(Asked("evaluate", "points.tnn", "points.csv").Good().Output)
        );
        Run pointed = Asked("evaluate", "commas.tnn", "points.csv").Failed(3, "points.csv, line 2");
        Assert.That(pointed.Error, Does.Contain("A number is written with a point.").And.Contain("--decimal-comma"));
    }

    [Test]
    public void Models_of_two_formats_are_compared_each_in_its_own()
    {
        Asked("train", "points.csv", "--target", "price", "--epochs", "3").Good();
        string[] flags = ["--target", "price", "--epochs", "3", "--decimal-comma", "-o"];
        Asked(["train", "commas.csv", .. flags, "commas.tnn"]).Good();
        Asked(["train", "commas.csv", .. flags, "other.tnn", "--hidden", "3"]).Good();
        Run run = Asked("compare", "commas.tnn", "other.tnn", "commas.csv").Good();
        Assert.That(run.Output, Does.Contain("RMSE"));
        Asked("compare", "points.tnn", "other.tnn", "commas.csv").Failed(3, "commas.csv, line 2");
    }

    [Test]
    public void A_file_of_test_rows_is_written_in_the_same_way()
    {
        string[] flags = ["--target", "price", "--epochs", "3", "--test-file"];
        Assert.That(
            Asked(["train", "commas.csv", "--decimal-comma", .. flags, "commas.csv"]).Good().Output,
            Is.EqualTo(Asked(["train", "points.csv", .. flags, "points.csv"]).Good().Output)
        );
    }

    private static string Line(int row)
    {
        string area = Comma(20 + (row * 37 % 61 * 1.25));
        string price = Comma(3.5 + (row * 37 % 61 * 0.75) + (row % 3));
        return $"{row / 4},5;{1 + (row % 2)},25;{area};{row % 3};{price}\n";
    }

    private static string Comma(double number) => number.ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
