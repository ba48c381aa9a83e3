namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>Files with names of rows in a first column without a name, as R's write.csv and pandas' to_csv write them.</summary>
internal sealed class RowNamesTests : CommandTests
{
    private const string Note =
        "note: column 'row': the first column has no name and is taken for names of rows, not for a feature\n";

    private static readonly string Bare =
        "\"size\",\"kind\"\n"
        + string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{row * 7 % 40}.5,\"{(row * 7 % 40 < 20 ? "p" : "q")}\"\n")
        );

    private static readonly string Named =
        "\"\","
        + string.Join(
            '\n',
            Bare.TrimEnd('\n').Split('\n').Select((line, row) => row == 0 ? line : $"\"car {row}\",{line}")
        )
        + "\n";

    [Test]
    public void They_are_said_and_learned_from_by_nobody()
    {
        Place.Write("named.csv", Named);
        Place.Write("bare.csv", Bare);
        Run named = Asked("train", "named.csv", "--target", "kind", "--epochs", "3").Good();
        Run bare = Asked("train", "bare.csv", "--target", "kind", "--epochs", "3").Good();
        Assert.That(named.Error, Does.Contain(Note));
        Assert.That(named.Output, Is.EqualTo(bare.Output));
        Assert.That(Asked("check", "named.csv", "--target", "kind").Good().Output, Does.Contain("row-names"));

        string[] predicted =
        [
            Asked("predict", "named.tnn", "named.csv").Good().Output,
            Asked("predict", "named.tnn", "bare.csv").Good().Output,
            Asked("predict", "bare.tnn", "named.csv").Good().Output,
        ];
        Assert.That(predicted, Is.All.EqualTo(Asked("predict", "bare.tnn", "bare.csv").Good().Output));
        Assert.That(Asked("evaluate", "bare.tnn", "named.csv").Good().Error, Does.Contain(Note));
        Assert.That(Asked("compare", "bare.tnn", "named.tnn", "named.csv").Good().Output, Does.Contain("accuracy"));
    }

    [Test]
    public void They_are_passed_through_where_they_are_asked_for()
    {
        Place.Write("named.csv", Named);
        Asked("train", "named.csv", "--target", "kind", "--epochs", "3").Good();
        Run run = Asked("predict", "named.tnn", "named.csv", "--id", "row").Good();
        Assert.That(run.Lines[0], Does.StartWith("row,predicted"));
        Assert.That(run.Lines[40], Does.StartWith("\"car 40\","));
        Assert.That(run.Error, Does.Not.Contain("has no name"));
    }

    [Test]
    public void Another_column_without_a_name_is_an_error()
    {
        Place.Write("data.csv", "a,,y\n1,2,p\n3,4,q\n");
        Asked("train", "data.csv", "--target", "y").Failed(3, "data.csv, line 1, column 2");
    }
}
