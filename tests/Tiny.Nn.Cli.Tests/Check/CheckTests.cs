namespace Tiny.Nn.Cli.Tests.Check;

internal sealed class CheckTests : CommandTests
{
    private const string Odd =
        "id;a;b;c;d;day;y\n"
        + "1;7;1,5;x;x;2024-01-01;p\n2;7;1,7;X;X;2024-01-02;q\n3;7;2,5;x ;x;2024-01-03;p\n4;7;1,5;x;x;2024-01-04;p\n"
        + "5;7;1,5;x;x;2024-01-05;p\n6;7;1,5;x;x;2024-01-06;p\n7;7;1,5;x;x;2024-01-07;p\n8;7;;x;x;2024-01-08;p\n"
        + "9;7;1,5;x;x;2024-01-09;p\n10;7;1,5;x;x;2024-01-10;\n11;7;1,5;x;x;2024-01-11;p\n";

    [Test]
    public void What_is_odd_is_listed_and_no_error()
    {
        Place.Write("odd.csv", Odd);
        Run run = Asked("check", "odd.csv", "--target", "y", "--json").Good();
        (string Kind, string? Column)[] findings =
        [
            .. run
                .Json.GetProperty("findings")
                .EnumerateArray()
                .Select(finding =>
                    (finding.GetProperty("kind").GetString()!, finding.GetProperty("column").GetString())
                ),
        ];
        Assert.That(run.Json.GetProperty("command").GetString(), Is.EqualTo("check"));
        Assert.That(run.Json.GetProperty("rows").GetInt32(), Is.EqualTo(10));
        (string, string?)[] expected =
        [
            ("delimiter", null),
            ("constant", "a"),
            ("missing-cells", "b"),
            ("decimal-comma", "b"),
            ("trailing-blanks", "c"),
            ("similar-labels", "c"),
            ("duplicate-column", "d"),
            ("date-like", "day"),
            ("dropped-rows", "y"),
            ("rare-class", "y"),
        ];
        foreach ((string, string?) finding in expected)
        {
            Assert.That(findings, Does.Contain(finding));
        }
        Run shown = Asked("check", "odd.csv", "--target", "y").Good();
        Assert.That(shown.Output, Does.Contain("decimal-comma").And.Contain("every cell is \"7\""));
    }

    [Test]
    public void A_target_is_not_needed()
    {
        Run run = Tests.Tinynn.In(Place, ["check", "-"], File.ReadAllText(Samples.Iris)).Good();
        Assert.That(run.Output, Does.Contain("setosa, versicolor, virginica"));
    }

    [Test]
    public void Nothing_odd_is_said_too()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 20).Select(row => $"{row * 7 % 20},{(row % 3 == 0 ? "p" : "q")}\n")
        );
        Place.Write("good.csv", "a,y\n" + rows);
        Run run = Asked("check", "good.csv", "--target", "y").Good();
        Assert.That(run.Output, Does.Contain("Nothing odd was found in 20 rows."));
        Assert.That(run.Error, Is.Empty);
    }

    [TestCase("a,y\n1\n", "bad.csv, line 2")]
    [TestCase("", "bad.csv")]
    [TestCase("a,y\n\"1,p\n", "bad.csv, line 2")]
    public void What_cannot_be_read_is_bad_data(string text, string place)
    {
        Place.Write("bad.csv", text);
        Asked("check", "bad.csv").Failed(3, place);
    }
}
