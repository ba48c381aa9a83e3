namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Labels that look the same go together where they mean the same, and are told elsewhere: by train, check, evaluate and predict.</summary>
internal sealed class LookalikeTests : CommandTests
{
    [TestCase("1", "1.0", "1.00", "2")]
    [TestCase("true", "TRUE", "True", "false")]
    public void Files_in_other_spellings_go_with_the_model(string own, string other, string third, string rest)
    {
        Write("t.csv", i => i % 2 == 0 ? own : rest, i => i % 2 == 0 ? own : rest);
        Write("test.csv", i => i % 2 == 0 ? other : rest, i => i % 2 == 0 ? third : rest);
        string[] train = ["train", "t.csv", "--target", "y", "--categorical", "k", "--epochs", "2", "-o", "m.tnn"];
        Run trained = Asked([.. train, "--test-file", "test.csv"]).Good();
        Assert.That(trained.Error, Does.Not.Contain("not learned"));
        Assert.That(
            Asked("predict", "m.tnn", "test.csv", "-o", "p.csv").Good().Error,
            Does.Contain($"column 'k': \"{other}\" is taken for \"{own}\"\n")
        );
        Assert.That(
            File.ReadAllText(Place.Path("p.csv")),
            Is.EqualTo(Asked("predict", "m.tnn", "t.csv").Good().Output)
        );
        Run evaluated = Asked("evaluate", "m.tnn", "test.csv", "--json").Good();
        Assert.That(
            evaluated.Json.GetProperty("report").GetProperty("accuracy").GetDouble(),
            Is.EqualTo(
                Asked("evaluate", "m.tnn", "t.csv", "--json")
                    .Good()
                    .Json.GetProperty("report")
                    .GetProperty("accuracy")
                    .GetDouble()
            )
        );
    }

    [TestCase("caf\u00E9", "cafe\u0301", "only in how an accent is written (NFC, NFD)")]
    [TestCase("New York", "New\u00A0York", "only in their blanks (U+0020; U+00A0)")]
    [TestCase("Kyoto", "\uFEFFKyoto", "only by invisible characters (U+FEFF)")]
    [TestCase("Kyoto", "KYOTO", "only by case")]
    public void What_looks_like_a_known_category_is_told(string known, string other, string difference)
    {
        Write("t.csv", i => i % 3 == 0 ? known : "red", i => $"{"pn"[i % 2]}");
        Write("new.csv", i => i % 3 == 0 ? other : "red", i => $"{"pn"[i % 2]}");
        Write("both.csv", i => i % 3 == 0 ? other : known, i => i % 3 == 0 ? other : known);
        Asked("train", "t.csv", "--target", "y", "--epochs", "1", "-o", "m.tnn").Good();
        foreach (string command in (string[])["predict", "evaluate"])
        {
            Run run = Asked(
                    command == "predict" ? [command, "m.tnn", "new.csv", "-o", "p.csv"] : [command, "m.tnn", "new.csv"]
                )
                .Good();
            Assert.That(run.Error, Does.Contain("14 cells with a category that the model has not learned; "));
            Assert.That(run.Error, Does.Contain($"looks like \"{known}\", they differ {difference}\n"));
        }
        string train = Asked("train", "both.csv", "--target", "y", "--dry-run").Good().Error;
        string?[] check =
        [
            .. Asked("check", "both.csv", "--target", "y", "--json")
                .Good()
                .Json.GetProperty("findings")
                .EnumerateArray()
                .Select(finding => finding.GetProperty("evidence").GetString()),
        ];
        Assert.That(train.Split(difference).Length, Is.EqualTo(3), train);
        Assert.That(check.Count(text => text!.Contains(difference, StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Test_rows_of_a_file_are_told_of_too()
    {
        Write("t.csv", i => i % 3 == 0 ? "Kyoto" : "red", i => $"{"pn"[i % 2]}");
        Write("test.csv", i => i % 3 == 0 ? "KYOTO" : "red", i => $"{"pn"[i % 2]}");
        Run run = Asked("train", "t.csv", "--target", "y", "--test-file", "test.csv", "--dry-run").Good();
        Assert.That(
            run.Error,
            Does.Contain(
                "note: column 'k': in test.csv, 14 cells with a category that the model has not learned; \"KYOTO\" looks like \"Kyoto\", they differ only by case\n"
            )
        );
    }

    [Test]
    public void Names_of_columns_that_look_alike_are_told()
    {
        Place.Write(
            "t.csv",
            $"café,y\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7}.5,{"pn"[i % 2]}\n"))}"
        );
        Place.Write("new.csv", "cafe\u0301\n1\n");
        Place.Write("padded.csv", "\u00A0café\u3000\n1\n");
        Asked("train", "t.csv", "--target", "y", "--epochs", "1", "-o", "m.tnn").Good();
        Run run = Asked("predict", "m.tnn", "new.csv", "-o", "p.csv");
        run.Failed(3, "new.csv");
        Assert.That(
            run.Error,
            Does.Contain("which looks like it: they differ only in how an accent is written (NFC, NFD).")
        );
        Asked("predict", "m.tnn", "padded.csv", "-o", "p.csv").Good();
    }

    [Test]
    public void The_wrong_column_is_told_in_a_line_of_its_own()
    {
        Write("t.csv", i => i % 3 == 0 ? "blue" : "red", i => $"{"pn"[i % 2]}");
        Write("new.csv", i => $"c{i % 3}", i => $"{"pn"[i % 2]}");
        Asked("train", "t.csv", "--target", "y", "--epochs", "1", "-o", "m.tnn").Good();
        foreach (
            string[] command in (string[][])
                [
                    ["predict", "m.tnn", "new.csv", "-o", "p.csv"],
                    ["evaluate", "m.tnn", "new.csv"],
                    ["compare", "m.tnn", "m.tnn", "new.csv"],
                ]
        )
        {
            Assert.That(
                Asked(command).Good().Error,
                Does.Contain("column 'k': no cell holds a category that the model knows: is it the right column?")
            );
        }
    }

    private void Write(string file, Func<int, string> cell, Func<int, string> target) =>
        Place.Write(
            file,
            $"a,k,y\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 9}.5,{cell(i)},{target(i)}\n"))}"
        );
}
