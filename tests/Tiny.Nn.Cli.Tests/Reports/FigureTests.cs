namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>Sentences have the digits that their numbers have, and count what they speak of.</summary>
internal sealed class FigureTests : CommandTests
{
    [TestCase(1e-9)]
    [TestCase(3e-20)]
    [TestCase(1e12)]
    public void Numbers_of_any_unit_are_shown_with_digits(double unit)
    {
        string rows = string.Concat(
            Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i % 7},{(i * i % 11 + 0.5) * unit:R}\n"))
        );
        Place.Write("n.csv", $"x,y\n{rows}");
        Run run = Train("n.csv", "y", "--task", "regression");
        Assert.That(run.Output, Does.Contain("RMSE").And.Not.Match(@"\D0\.0000 (against|to) -?0\.0000\D"));
        Assert.That(run.Output, Does.Not.Match(@"\d{12}\."));
        Assert.That(Asked("compare", "m.tnn", "m2.tnn", "n.csv").Good().Output, Does.Not.Match(@"\d{12}\."));
    }

    [TestCase("y", "regression")]
    [TestCase("c", "classification")]
    public void Of_one_row_nothing_is_known(string target, string task)
    {
        Place.Write("few.csv", "x,y,c\n1,1.5,a\n4,2.5,b\n3,4.5,a\n5,1,b\n7,6,a\n");
        Run run = Train("few.csv", target, "--task", task, "--features", "x");
        Assert.That(run.Output + run.Error, Does.Not.Contain("Infinity"));
        Assert.That(Asked("compare", "m.tnn", "m2.tnn", "few.csv").Good().Output, Does.Not.Contain("Infinity"));
        if (task == "regression")
        {
            Assert.That(run.Output, Does.Contain("difference unknown"));
        }
    }

    [TestCase("--group", "The table has 2 groups;")]
    [TestCase("--time", "The table has 2 times;")]
    public void What_is_left_of_two_groups_is_counted(string flag, string what)
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{i % 3},{i % 2}\n"));
        Place.Write("two.csv", $"x,y,g\n{rows}");
        Run run = Asked("train", "two.csv", "--target", "y", flag, "g", "-o", "m.tnn");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(what).And.Contain("one is left").And.Contain("--validation 0"));
        Asked("train", "two.csv", "--target", "y", flag, "g", "-o", "m.tnn", "--epochs", "1", "--validation", "0")
            .Good();
        Place.Write("one.csv", $"x,y,g\n{rows.Replace(",1\n", ",0\n", StringComparison.Ordinal)}");
        Assert.That(Asked("train", "one.csv", "--target", "y", flag, "g").Error, Does.Contain("All rows "));
    }

    private Run Train(string data, string target, params string[] flags)
    {
        string[] all = ["train", data, "--target", target, "--epochs", "2", .. flags];
        Asked([.. all, "--hidden", "3", "-o", "m2.tnn"]).Good();
        return Asked([.. all, "-o", "m.tnn"]).Good();
    }
}
