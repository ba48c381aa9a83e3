namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>What can be known before the first epoch is said before it.</summary>
internal sealed class EarlyFaultTests : CommandTests
{
    [TestCase("y", "", "martian", "\"martian\"", TestName = "A_class_of_the_test_file_alone")]
    [TestCase("y", "", "P", "\"P\"", TestName = "A_class_in_other_letters")]
    [TestCase("n", "regression", "1e151", "\"1e151\"", TestName = "A_number_of_the_test_file_that_is_too_large")]
    [TestCase("n", "regression", "many", "\"many\"", TestName = "A_text_among_numbers_of_the_test_file")]
    public void Test_rows_that_cannot_be_compared_are_told_before_training(
        string target,
        string task,
        string bad,
        string place
    )
    {
        Place.Write("train.csv", Rows(40));
        Place.Write("test.csv", $"x,y,n\n1,{(target == "y" ? bad : "p")},{(target == "n" ? bad : "1")}\n");
        string[] kind = task.Length > 0 ? ["--task", task] : [];
        string other = target == "y" ? "n" : "y";
        Run run = Asked([
            "train",
            "train.csv",
            "--target",
            target,
            "--ignore",
            other,
            "--test-file",
            "test.csv",
            "-o",
            "m.tnn",
            .. kind,
        ]);
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(run.Error, Does.Contain(place).And.Contain("test.csv, line 2").And.Not.Contain("epoch"));
        Assert.That(Place.Names, Does.Not.Contain("m.tnn"));
    }

    [TestCase("1e151")]
    [TestCase("-4e300")]
    public void A_target_beyond_the_range_of_the_model_is_told_with_its_line(string large)
    {
        Place.Write("big.csv", $"{Rows(30)}7,p,{large}\n");
        Run run = Asked("train", "big.csv", "--target", "n", "--task", "regression", "--ignore", "y");
        run.Failed(3, $"big.csv, line 32, column 'n': \"{large}\"");
        Assert.That(run.Error, Does.Contain("too large").And.Not.Contain("plan "));
    }

    [TestCase("--output", "a", "--report", "a")]
    [TestCase("--report", "a", "--save-config", "./a")]
    [TestCase("--save-config", "a", "--log-file", "a")]
    [TestCase("--report", "a", "--log-file", "a", "--force")]
    public void Two_outputs_of_one_run_are_two_files(params string[] flags)
    {
        Place.Write("train.csv", Rows(30));
        Run run = Asked(["train", "train.csv", "--target", "y", .. flags]);
        run.Failed(2, "a");
        Assert.That(run.Error, Does.Contain($"{flags[0]} and {flags[2]} name one file"));
        Assert.That(Place.Names, Is.EqualTo((string[])["train.csv"]));
    }

    [TestCase("--report")]
    [TestCase("--save-config")]
    [TestCase("-o")]
    public void An_output_that_cannot_be_written_is_told_before_the_data_are_read(string flag)
    {
        Place.Write("train.csv", Rows(30));
        Run run = Asked("train", "train.csv", "--target", "y", flag, "no/where");
        run.Failed(2, "no/where");
        Assert.That(run.Error, Does.Not.Contain("read "));
    }

    [TestCase("--time", "when", "(0 validation, 8 test)", TestName = "A_class_that_comes_last")]
    [TestCase("--split-column", "part", "(0 validation, 8 test)", TestName = "A_class_of_test_rows")]
    [TestCase("--group", "who", "", TestName = "A_class_of_one_group")]
    public void A_class_without_a_training_row_is_told_before_training(string flag, string column, string where)
    {
        string row(int i) => $"{i % 7},{(i < 32 ? i % 2 : 2)},{i},{(i < 32 ? "train" : "test")},g{i / 8}\n";
        Place.Write("late.csv", $"x,y,when,part,who\n{string.Concat(Enumerable.Range(0, 40).Select(row))}");
        string[] flags = ["--features", "x", "--target", "y", "--epochs", "1", "--validation", "0"];
        string[] share = flag == "--group" ? ["--test", "0.6"] : [];
        Run run = Asked(["train", "late.csv", "--dry-run", flag, column, .. flags, .. share]).Good();
        Assert.That(
            run.Error,
            Does.Contain($"note: class \"2\" cannot be learned: none of its 8 rows is for training {where}")
        );
        Assert.That(run.Error, Does.Contain($"Divide the rows otherwise ({flag})"));
    }

    private static string Rows(int count) =>
        "x,y,n\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{i % 7},{"pn"[i % 2]},{i % 5}.5\n"));
}
