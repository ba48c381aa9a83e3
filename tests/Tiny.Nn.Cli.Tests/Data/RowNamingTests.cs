using System.Globalization;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>What counts rows or names them is not learned from; what is a sequence by chance is.</summary>
internal sealed class RowNamingTests : CommandTests
{
    private const int Rows = 150;

    private static readonly Dictionary<string, Func<int, string>> Kinds = new()
    {
        ["1 to n"] = i => $"{i + 1}",
        ["0 to n - 1"] = i => $"{i}",
        ["shuffled"] = i => $"{i * 77 % Rows + 1}",
        ["with gaps"] = i => $"{i * 3 + i % 2 + 2}",
        ["from 892 on"] = i => $"{i + 892}",
        ["ten digits"] = i => $"{7129300520 + i * 7919L}",
        ["uuid"] = i => new Guid(i * 7919, 3, 4, 1, 2, 3, 4, 5, 6, 7, (byte)i).ToString(),
        ["code"] = i => $"A-{i * 77 % 1000:000}",
        ["years"] = i => $"{1871 + i}",
        ["repeated"] = i => $"{i % 40 + 1}",
        ["halves"] = i => (i / 2.0).ToString(CultureInfo.InvariantCulture),
        ["a hole"] = i => i == 7 ? "" : $"{i + 1}",
    };

    [TestCase("Id", "1 to n", "--numeric")]
    [TestCase("PassengerId", "1 to n", "--numeric")]
    [TestCase("row_number", "shuffled", "--numeric")]
    [TestCase("whatever", "1 to n", "--numeric")]
    [TestCase("Unnamed: 0", "0 to n - 1", "--numeric")]
    [TestCase("x", "shuffled", "--numeric")]
    [TestCase("PassengerId", "from 892 on", "--numeric")]
    [TestCase("customer id", "with gaps", "--numeric")]
    [TestCase("house_id", "ten digits", "--numeric")]
    [TestCase("key", "uuid", "--categorical")]
    [TestCase("ref", "code", "--categorical")]
    public void What_names_rows_is_left_out_and_the_flag_keeps_it(string name, string kind, string flag)
    {
        Write(name, kind);
        Run run = Asked("train", "t.csv", "--target", "y", "--epochs", "2", "-o", "m.tnn").Good();
        Assert.That(run.Error, Does.Contain("150 rows, 1 feature\n"));
        Assert.That(run.Error, Does.Contain($"note: column '{name}': "));
        Assert.That(run.Error, Does.Contain($"keep it with {flag} '{name}'"));
        Asked("predict", "m.tnn", "t.csv", "-o", "p.csv").Good();
        Asked("check", "t.csv", "--target", "y").Good();
        Assert.That(
            Asked("check", "t.csv", "--target", "y", "--json").Good().Output,
            Does.Contain("\"id-like\"").And.Not.Contain("too-many")
        );
        Run kept = Asked("train", "t.csv", "--target", "y", flag, name, "--epochs", "2", "-o", "k.tnn").Good();
        Assert.That(kept.Error, Does.Contain("150 rows, 2 features"));
        string[] both = ["--features", $"{name},size"];
        Run asked = Asked(["train", "t.csv", "--target", "y", .. both, "--epochs", "2", "-o", "f.tnn"]);
        Assert.That(asked.Error, Does.Contain(kind == "uuid" || kind == "code" ? "too many different" : "2 features"));
    }

    [TestCase("year", "years")]
    [TestCase("size_2", "with gaps")]
    [TestCase("bid", "with gaps")]
    [TestCase("humid", "from 892 on")]
    [TestCase("store_id", "repeated")]
    [TestCase("id", "halves")]
    [TestCase("n", "a hole")]
    public void A_sequence_by_chance_stays(string name, string kind)
    {
        Write(name, kind);
        Run run = Asked("train", "t.csv", "--target", "y", "--epochs", "2", "-o", "m.tnn").Good();
        Assert.That(run.Error, Does.Contain("150 rows, 2 features"));
        Assert.That(run.Error, Does.Not.Contain("left out"));
    }

    [Test]
    public void The_only_column_is_learned_from()
    {
        Place.Write("t.csv", "t,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i / 20}\n")));
        Assert.That(
            Asked("train", "t.csv", "--target", "y", "--epochs", "2").Good().Error,
            Does.Contain("40 rows, 1 feature").And.Not.Contain("left out")
        );
    }

    [Test]
    public void A_sorted_file_is_not_learned_by_its_numbers()
    {
        string[] iris = File.ReadAllLines(Samples.Iris);
        Place.Write("iris.csv", string.Join('\n', iris.Select((line, i) => $"{(i == 0 ? "Id" : i)},{line}")));
        string[] flags = ["--target", "species", "--epochs", "3", "-q"];
        Asked(["train", "iris.csv", .. flags, "-o", "a.tnn"]).Good();
        Asked(["train", Samples.Iris, .. flags, "-o", "b.tnn"]).Good();
        Asked("predict", "a.tnn", "iris.csv", "-o", "a.csv").Good();
        Asked("predict", "b.tnn", "iris.csv", "-o", "b.csv").Good();
        Assert.That(File.ReadAllText(Place.Path("a.csv")), Is.EqualTo(File.ReadAllText(Place.Path("b.csv"))));
    }

    private void Write(string name, string kind)
    {
        Func<int, string> cell = Kinds[kind];
        IEnumerable<string> rows = Enumerable.Range(0, Rows).Select(i => $"{cell(i)},{i * 7 % 31}.5,{"pn"[i / 75]}\n");
        Place.Write("t.csv", $"{name},size,y\n{string.Concat(rows)}");
    }
}
