namespace Tiny.Nn.Cli.Tests.Data;

internal sealed class BadDataTests : CommandTests
{
    private const string Header = "a,b,y\n";
    private const string Good = "1,2,p\n3,4,q\n5,6,p\n7,8,q\n9,10,p\n";

    [TestCase("", "bad.csv")]
    [TestCase("\n\n", "bad.csv")]
    [TestCase(Header, "bad.csv")]
    [TestCase(Header + Good + "11,12\n", "bad.csv, line 7")]
    [TestCase(Header + Good + "11,12,p,13\n", "bad.csv, line 7")]
    [TestCase(Header + Good + "11,twelve,p\n", "bad.csv, line 7, column 'b': \"twelve\"")]
    [TestCase(Header + Good + "-Infinity,12,p\n", "bad.csv, line 7, column 'a'")]
    [TestCase(Header + Good + "1e999,12,p\n", "bad.csv, line 7, column 'a'")]
    [TestCase(Header + "1,2,\n3,4,NA\n", "bad.csv, column 'y'")]
    [TestCase(Header + "1,2,p\n3,4,p\n5,6,p\n", "bad.csv, column 'y'")]
    [TestCase(Header + "1,2,p\n3,4,q\n5,6,r\n", "bad.csv, column 'y'")]
    [TestCase("a,a,y\n" + Good, "bad.csv, line 1, column 2")]
    [TestCase("y\np\nq\np\n", "bad.csv")]
    [TestCase(Header + Good + "\"11,12,p\n", "bad.csv, line 7")]
    public void Bad_data_ends_with_3_and_its_place(string text, string place)
    {
        Place.Write("bad.csv", text);
        Asked("train", "bad.csv", "--target", "y").Failed(3, place);
        Assert.That(Place.Names.Single(), Is.EqualTo("bad.csv"));
    }

    [Test]
    public void A_row_that_the_model_has_no_answer_to_is_bad_data()
    {
        Place.Write(
            "far.csv",
            "sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,setosa\n3e38,-3e38,3e38,-3e38,setosa\n"
        );
        Asked("predict", Samples.IrisModel, "far.csv").Failed(3, "far.csv, line 3");
        Asked("evaluate", Samples.IrisModel, "far.csv").Failed(3, "far.csv, line 3");
        Asked("predict", Samples.IrisModel, "far.csv", "-o", "out.csv").Failed(3, "far.csv, line 3");
        Assert.That(Place.Names, Is.EqualTo(["far.csv"]));
    }

    [Test]
    public void A_missing_file_is_bad_data()
    {
        Asked("train", "none.csv", "--target", "y").Failed(3, "none.csv");
        Asked("train", "none.csv").Failed(3, "none.csv");
        Asked("predict", Samples.IrisModel, "none.csv").Failed(3, "none.csv");
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void An_unknown_target_is_answered_with_the_nearest()
    {
        Run run = Asked("train", Samples.Iris, "--target", "spceies").Failed(3, "iris.csv");
        Assert.That(run.Error, Does.Contain("Did you mean 'species'?"));
    }

    [Test]
    public void Without_a_target_the_columns_are_listed_and_the_command_completed()
    {
        Run run = Asked("train", Samples.Iris)
            .Failed(2, "sepal_length, sepal_width, petal_length, petal_width, species");
        Assert.That(run.Error, Does.EndWith($"try: tinynn train {Samples.Iris} --target species\n"));
        Run piped = Tests.Tinynn.In(Place, ["train", "-"], "a,b\n1,2\n").Failed(2, "a, b");
        Assert.That(piped.Error, Does.EndWith("--target b\n"));
    }

    [Test]
    public void Text_for_a_regression_is_bad_data() =>
        Asked("train", Samples.Iris, "--target", "species", "--task", "regression")
            .Failed(3, "iris.csv, line 2, column 'species': \"setosa\"");

    [Test]
    public void What_a_terminal_would_obey_is_spelt_out()
    {
        Place.Write("bad.csv", "a,\u001b[31mred,y\n1,\u001b[2J,p\n3,4,q\n");
        Run run = Asked("train", "bad.csv", "--target", "y").Failed(3, "line 2");
        Assert.That(run.Error, Does.Not.Contain('\u001b'));
        Assert.That(Asked("train", "bad.csv").Error, Does.Not.Contain('\u001b'));
    }

    [Test]
    public void Names_of_classes_cannot_colour_a_report()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(i => $"{i},{(i % 2 == 0 ? "[red]x[/]" : "\u001b[31my")}\n")
        );
        Place.Write("odd.csv", "x,[bold]y\n" + rows);
        Run run = Asked("train", "odd.csv", "--target", "2", "--epochs", "2").Good();
        Assert.That(run.Output, Does.Contain("[red]x[/]").And.Contain("\\u{1B}[31my").And.Not.Contain('\u001b'));
        Assert.That(Asked("inspect", "odd.tnn").Good().Output, Does.Contain("[bold]y").And.Not.Contain('\u001b'));
    }

    [Test]
    public void A_gradient_that_is_not_finite_is_told_as_that()
    {
        // At a weight below 1 the penalty's cost is still a number when its slope is none.
        string rows = string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{i * 3 + 1}\n"));
        Place.Write("line.csv", "a,y\n" + rows);
        string[] penalty = ["--l1", "3e38", "--l2", "3e38"];
        Run run = Asked(["train", "line.csv", "--target", "y", "--hidden", "none", "--task", "regression", .. penalty])
            .Failed(5, "step 1 ");
        Assert.That(run.Error, Does.Contain("its gradient is not finite").And.Not.Contain("Infinity"));
    }

    [TestCase(1)]
    [TestCase(50)]
    public void A_training_that_diverges_ends_with_5_and_leaves_nothing(int epochs)
    {
        Run run = Asked(
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--learning-rate",
            "1e30",
            "--epochs",
            $"{epochs}"
        );
        run.Failed(5, "step");
        Assert.That(Place.Names, Is.Empty);
    }
}
