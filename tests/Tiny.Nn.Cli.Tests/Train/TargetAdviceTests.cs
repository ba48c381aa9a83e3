namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>A guess that could be otherwise names the flag that says so; advice knows what a column is for, and what the command can do.</summary>
internal sealed class TargetAdviceTests : CommandTests
{
    [TestCase(12, 12, 30000, "--task regression")]
    [TestCase(20, 20, 1, "--task regression")]
    [TestCase(20, 15, 5, "--task regression")]
    public void Few_numbers_that_look_like_identifiers_may_be_amounts(int rows, int values, int step, string flag)
    {
        Write(rows, i => $"{step * (i % values + 1)}");
        Run run = Train();
        run.Failed(3, "t.csv, column 'y'");
        Assert.That(run.Error, Does.Contain(flag).And.Not.Contain("one row only"), "one fault, told once");
        string check = Asked("check", "t.csv", "--target", "y", "--json").Good().Output;
        Assert.That(check, Does.Contain(flag).And.Not.Contain("rare-class"));
        Assert.That(Train("--task", "regression").Good().Error, Does.Not.Contain("one row only"));
    }

    [Test]
    public void Numbers_that_are_said_to_be_amounts_are_not_told_of_as_classes()
    {
        Write(60, i => i == 0 ? "3.0" : $"{(i < 20 ? i : 3)}");
        Assert.That(Train().Good().Error, Does.Contain("one row only").And.Contain("is taken for"));
        Assert.That(
            Train("--task", "regression").Good().Error,
            Does.Not.Contain("one row only").And.Not.Contain("is taken for")
        );
    }

    [TestCase(200, 40, 1.0, "whole numbers of 40 values; --task classification takes them for classes")]
    [TestCase(60, 2, 0.5, "numbers of 2 values, not all whole; --task classification takes them for classes")]
    [TestCase(60, 60, 1.0, "whole numbers of 60 values)")]
    [TestCase(60, 3, 1.0, "whole numbers of few values; --task regression takes them for amounts")]
    public void The_reason_of_a_task_names_the_other(int rows, int values, double step, string reason)
    {
        Write(rows, i => FormattableString.Invariant($"{step * (i % values + 1)}"));
        Assert.That(Train("--dry-run").Good().Error, Does.Contain(reason));
    }

    [Test]
    public void Columns_that_are_not_there_are_told_at_once()
    {
        Write(40, i => $"{"pn"[i % 2]}");
        Run run = Train("--ignore", "zz", "--weight-column", "w", "--group", "patient", "--date", "day");
        run.Failed(3, "t.csv");
        Assert.That(
            run.Error,
            Does.Contain("There are no such columns: weight 'w', group 'patient', ignored 'zz', date 'day'.")
        );
        Assert.That(run.Error, Does.Contain("The columns are: a, b, y.").And.Contain("tinynn check"));
        Run check = Asked("check", "t.csv", "--target", "q", "--ignore", "zz");
        check.Failed(3, "t.csv");
        Assert.That(check.Error, Does.Contain("target 'q', ignored 'zz'").And.Not.Contain("tinynn check"));
        Asked("train", "t.csv", "--target", "a,y").Failed(3, "t.csv");
    }

    [TestCase("--weight-column")]
    [TestCase("--time")]
    public void A_column_beside_the_features_is_not_to_be_left_out(string flag)
    {
        Write(40, i => $"{"pn"[i % 2]}", i => i == 7 ? "soon" : $"{i}");
        Run run = Train(flag, "a");
        run.Failed(3, "t.csv, line 9, column 'a': \"soon\"");
        Assert.That(
            run.Error,
            Does.Not.Contain("--ignore").And.Not.Contain("--categorical").And.Not.Contain("--missing")
        );
    }

    [Test]
    public void A_text_among_the_numbers_of_a_target_is_no_category_of_a_feature()
    {
        Write(40, i => i == 7 ? "soon" : $"{i}.5");
        foreach (
            string[] flags in (string[][])
                [
                    [],
                    ["--task", "regression"],
                ]
        )
        {
            Run run = Train(flags);
            run.Failed(3, "t.csv, line 9, column 'y': \"soon\"");
            Assert.That(run.Error, Does.Not.Contain("--ignore").And.Not.Contain("--categorical"));
        }
        Assert.That(Train("--missing", "soon").Good().Error, Does.Not.Contain("--missing-only"));
        Run evaluated = Asked("evaluate", "m.tnn", "t.csv", "--missing-only", "NA");
        evaluated.Failed(3, "t.csv, line 9, column 'y': \"soon\"");
        Assert.That(evaluated.Error, Does.Not.Contain("--task").And.Not.Contain("--ignore"));
    }

    [Test]
    public void Classes_that_a_fold_cannot_learn_are_told_before_it_is_trained()
    {
        Write(41, i => i == 40 ? "rare" : $"{"pn"[i % 2]}");
        string error = Train("--cv", "4").Good().Error;
        Assert.That(
            error,
            Does.Contain(
                "note: class \"rare\" cannot be learned in 1 of 4 folds: its only row is not for training there\n"
            )
        );
        Assert.That(
            error.IndexOf("1 of 4 folds", StringComparison.Ordinal),
            Is.LessThan(error.IndexOf("folds   1 of", StringComparison.Ordinal))
        );
    }

    [Test]
    public void One_group_that_is_left_where_rows_have_no_target_is_told_for_what_it_is()
    {
        Write(40, i => i % 2 == 0 ? $"{"pn"[i / 2 % 2]}" : "", i => $"g{i % 2}");
        Run run = Train("--group", "a");
        run.Failed(3, "the data");
        Assert.That(run.Error, Does.Contain("All rows that have a target belong to one group, g0:"));
    }

    private Run Train(params string[] flags) =>
        Asked(["train", "t.csv", "--target", "y", "--epochs", "1", "-o", "m.tnn", "--force", .. flags]);

    private void Write(int rows, Func<int, string> target, Func<int, string>? cell = null) =>
        Place.Write(
            "t.csv",
            $"a,b,y\n{string.Concat(Enumerable.Range(0, rows).Select(i => $"{cell?.Invoke(i) ?? $"{i * 7 % 11}.5"},{i % 5},{target(i)}\n"))}"
        );
}
