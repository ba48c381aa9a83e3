namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>What data may bring, through the command.</summary>
internal sealed class DataOptionsTests : CommandTests
{
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(0, 40).Select(row => $"{row},{row * 7 % 5}.5,{(row % 2 == 0 ? "p" : "q")}"),
    ];

    private static readonly string Plain = "a,b,y\n" + string.Join('\n', Lines) + "\n";

    [TestCase("\n", "", "\n")]
    [TestCase("\r\n", "", "\r\n")]
    [TestCase("\r\n", "\uFEFF", "")]
    [TestCase("\n", "\uFEFF", "")]
    public void Line_ends_and_marks_change_nothing(string end, string start, string last)
    {
        Place.Write("plain.csv", Plain);
        Place.Write("data.csv", start + Plain.TrimEnd('\n').Replace("\n", end, StringComparison.Ordinal) + last);
        Run plain = Train("plain.csv");
        Run other = Train("data.csv");
        Assert.That(other.Output, Is.EqualTo(plain.Output));
    }

    [TestCase(';', "semicolons")]
    [TestCase('\t', "tabs")]
    [TestCase('|', "bars")]
    public void A_delimiter_is_found_and_said(char delimiter, string name)
    {
        Place.Write("data.csv", Plain.Replace(',', delimiter));
        Assert.That(Train("data.csv").Error, Does.Contain($"note: the fields are separated by {name}\n"));
        Assert.That(Train("data.csv", "--delimiter", $"{delimiter}", "--force").Error, Does.Not.Contain("separated"));
    }

    [Test]
    public void A_header_may_be_missing()
    {
        Place.Write("data.csv", string.Join('\n', Lines));
        Run run = Asked("train", "data.csv", "--no-header", "--target", "3", "--epochs", "2", "--json").Good();
        Assert.That(run.Json.GetProperty("data").GetProperty("target").GetString(), Is.EqualTo("column_3"));
        Assert.That(run.Json.GetProperty("data").GetProperty("rows").GetInt32(), Is.EqualTo(40));
        Run predicted = Asked("predict", "data.tnn", "data.csv", "--no-header").Good();
        Assert.That(predicted.Lines, Has.Length.EqualTo(41));
    }

    [Test]
    public void A_header_that_looks_like_data_is_said()
    {
        Place.Write("data.csv", string.Join('\n', Lines));
        Run run = Asked("train", "data.csv", "--target", "p", "--epochs", "2").Good();
        Assert.That(run.Error, Does.Contain("say --no-header"));
    }

    [Test]
    public void A_decimal_comma_is_an_error_that_names_the_flag()
    {
        Place.Write("data.csv", Plain.Replace(',', ';').Replace('.', ','));
        Run run = Asked("train", "data.csv", "--target", "y").Failed(3, "data.csv, line 2, column 'b': \"0,5\"");
        Assert.That(run.Error, Does.Contain("--decimal-comma"));
        Place.Write("points.csv", Plain);
        Assert.That(Train("data.csv", "--decimal-comma").Output, Is.EqualTo(Train("points.csv").Output));
    }

    [Test]
    public void Rows_without_a_target_are_counted()
    {
        Place.Write("data.csv", Plain + "1,2,\n3,4,NA\n");
        Run run = Train("data.csv");
        Assert.That(run.Error, Does.Contain("note: column 'y': 2 rows without a target left out\n"));
        Assert.That(run.Error, Does.Contain("data.csv: 40 rows"));
    }

    [Test]
    public void Columns_are_left_out_and_picked()
    {
        Place.Write("data.csv", "id,a,b,y\n" + string.Concat(Lines.Select((line, row) => $"n{row},{line}\n")));
        Run ignored = Asked("train", "data.csv", "--target", "y", "--ignore", "id,b", "--epochs", "2", "--json").Good();
        Assert.That(
            ignored.Json.GetProperty("data").GetProperty("features").ToString(),
            Is.EqualTo("[\"a\"]").Or.Contain("\"a\"")
        );
        Assert.That(ignored.Json.GetProperty("data").GetProperty("ignored").GetArrayLength(), Is.EqualTo(2));
        Run picked = Asked(
                "train",
                "data.csv",
                "--target",
                "y",
                "--features",
                "2",
                "--features",
                "b",
                "--epochs",
                "2",
                "--json",
                "--force"
            )
            .Good();
        Assert.That(picked.Json.GetProperty("data").GetProperty("features").GetArrayLength(), Is.EqualTo(2));
        Run unknown = Asked("train", "data.csv", "--target", "y", "--ignore", "di", "--force").Failed(3, "data.csv");
        Assert.That(unknown.Error, Does.Contain("Did you mean 'id'?"));
    }

    [Test]
    public void What_is_odd_is_said_and_in_the_document()
    {
        Place.Write("data.csv", "a,b,c,y\n" + string.Concat(Lines.Select(line => $"7,{line}\n")));
        Run run = Asked("train", "data.csv", "--target", "y", "--numeric", "b", "--epochs", "2", "--json").Good();
        Assert.That(run.Error, Does.Contain("note: column 'a': every cell is \"7\"\n"));
        Assert.That(run.Error, Does.Contain("note: column 'b': it counts the rows, from 0 on\n"));
        string[] kinds =
        [
            .. run
                .Json.GetProperty("data")
                .GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("kind").GetString()!),
        ];
        Assert.That(kinds, Is.EqualTo(["constant", "id-like"]));
    }

    [Test]
    public void A_delimiter_that_is_none_is_refused() =>
        Asked("train", "none.csv", "--target", "y", "--delimiter", "colon").Failed(2, "--delimiter colon");

    private Run Train(string data, params string[] more) =>
        Asked(["train", data, "--target", "y", "--epochs", "2", .. more]).Good();
}
