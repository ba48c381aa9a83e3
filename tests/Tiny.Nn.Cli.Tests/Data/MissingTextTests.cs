namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>What stands for a missing cell is told, proposed, and chosen by flags.</summary>
internal sealed class MissingTextTests : CommandTests
{
    [TestCase("#N/A")]
    [TestCase("#DIV/0!")]
    [TestCase("#VALUE!")]
    [TestCase("\\N")]
    [TestCase("NaT")]
    [TestCase("<NA>")]
    [TestCase("1.#IND")]
    public void Texts_of_other_programs_are_proposed_with_their_count(string text)
    {
        Write(i => i % 8 == 3 ? text : $"{i % 9}.5", i => $"{"pn"[i % 2]}");
        Run run = Train();
        run.Failed(3, "t.csv, line 5, column 'a'");
        Assert.That(run.Error, Does.Contain($"\"{text}\" (5)").And.Contain($"--missing '{text}'"));
        Run mended = Train("--missing", text).Good();
        Assert.That(mended.Error, Does.Contain("column 'a': 5 cells missing\n"));
        Assert.That(mended.Error, Does.Contain($"column 'a': taken for missing: \"{text}\" (5)"));
        Write(i => i % 4 == 0 ? text : "red", i => $"{"pn"[i % 2]}");
        Assert.That(Train().Good().Error, Does.Contain($"\"{text}\" (10)").And.Contain($"--missing '{text}'"));
        Write(i => $"{i % 9}.5", i => i % 4 == 0 ? text : $"{"pn"[i % 2]}");
        Assert.That(
            Train().Good().Error,
            Does.Contain($"column 'y': written for an error or for nothing: \"{text}\" (10)")
        );
    }

    [Test]
    public void Several_of_them_are_proposed_together()
    {
        string[] errors = ["#N/A", "#DIV/0!", "#VALUE!"];
        Write(i => i % 8 == 3 ? errors[i / 8 % 3] : $"{i % 9}.5", i => $"{"pn"[i % 2]}");
        Assert.That(Train().Error, Does.Contain("--missing '#N/A,#DIV/0!,#VALUE!'"));
        Train("--missing", "#N/A,#DIV/0!,#VALUE!").Good();
    }

    [Test]
    public void More_texts_are_added_and_only_some_are_told_to_be_missing()
    {
        Write(
            i =>
                i % 8 == 3 ? "-"
                : i % 8 == 4 ? "NA"
                : $"{i % 9}.5",
            i => $"{"pn"[i % 2]}"
        );
        Assert.That(
            Train("--missing", "-").Good().Error,
            Does.Contain("column 'a': 10 cells missing\n").And.Contain("\"-\" (5), \"NA\" (5)")
        );
        Run only = Train("--missing-only", "-");
        Assert.That(only.ExitCode, Is.EqualTo(3), only.Error);
        Assert.That(only.Error, Does.Contain("\"NA\""));
        Train("--missing-only", "-,na").Good();
    }

    [Test]
    public void Rows_whose_class_was_taken_for_missing_are_told_and_kept_by_a_flag()
    {
        Write(
            i => $"{i % 9}.5",
            i =>
                i % 2 == 0 ? "Na"
                : i % 4 == 1 ? "K"
                : "Li"
        );
        Run run = Train().Good();
        Assert.That(run.Error, Does.Contain("column 'y': 20 rows without a target left out"));
        Assert.That(run.Error, Does.Contain("column 'y': taken for missing: \"Na\" (20)"));
        Assert.That(run.Error, Does.Contain("keep them with --missing-only 'NaN,?,null'"));
        Run kept = Train("--missing-only", "NaN,?,null").Good();
        Assert.That(kept.Error, Does.Contain("3 classes: K, Li, Na"));
        Assert.That(Asked("predict", "m.tnn", "t.csv", "-o", "p.csv").Good().Error, Does.Not.Contain("taken for"));
    }

    [Test]
    public void All_columns_that_are_not_what_they_seem_are_told_at_once()
    {
        string row(int i) => $"{(i % 9 == 4 ? "many" : $"{i}.5")},2024/01/{i % 28 + 1:00},\"{i},5\",{"pn"[i % 2]}\n";
        Place.Write("t.csv", $"a,b,c,y\n{string.Concat(Enumerable.Range(0, 40).Select(row))}");
        string error = Train().Error;
        Assert.That(error, Does.Contain("3 columns").And.Contain("'a': ").And.Contain("'b': ").And.Contain("'c': "));
        Assert.That(error, Does.Contain("--date").And.Contain("--decimal-comma").And.Contain("tinynn check"));
    }

    [TestCase("1,abc")]
    [TestCase("abc,red")]
    public void Predict_is_told_of_its_own_flags(string bad)
    {
        Write(i => $"{i % 9}.5", i => $"{"pn"[i % 2]}");
        Train().Good();
        Place.Write("new.csv", $"a,other\n{bad}\n2,x\nabc,x\n");
        Run run = Asked("predict", "m.tnn", "new.csv", "-o", "p.csv");
        run.Failed(3, "new.csv, line");
        Assert.That(run.Error, Does.Contain("--on-error"));
        Assert.That(run.Error, Does.Not.Contain("--ignore").And.Not.Contain("--categorical"));
        Run evaluated = Asked("evaluate", "m.tnn", "new.csv");
        Assert.That(evaluated.Error, Does.Not.Contain("--ignore").And.Not.Contain("--on-error"));
    }

    private Run Train(params string[] flags) =>
        Asked(["train", "t.csv", "--target", "y", "--epochs", "1", "-o", "m.tnn", "--force", .. flags]);

    private void Write(Func<int, string> cell, Func<int, string> target) =>
        Place.Write("t.csv", $"a,y\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"{cell(i)},{target(i)}\n"))}");
}
