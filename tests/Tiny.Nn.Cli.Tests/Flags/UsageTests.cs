using System.Text.RegularExpressions;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Tests.Flags;

internal sealed partial class UsageTests : CommandTests
{
    [TestCase("--hidden", "0")]
    [TestCase("--hidden", "16,")]
    [TestCase("--hidden", "16,-1")]
    [TestCase("--hidden", "99999999999")]
    [TestCase("--epochs", "-1")]
    [TestCase("--epochs", "ten")]
    [TestCase("--learning-rate", "abc")]
    [TestCase("--learning-rate", "0")]
    [TestCase("--learning-rate", "-0.1")]
    [TestCase("--learning-rate", "nan")]
    [TestCase("--learning-rate", "1e999")]
    [TestCase("--learning-rate", "0,01")]
    [TestCase("--dropout", "1.5")]
    [TestCase("--dropout", "1")]
    [TestCase("--batch-size", "0")]
    [TestCase("--patience", "0")]
    [TestCase("--l1", "-1")]
    [TestCase("--l2", "inf")]
    [TestCase("--clip-norm", "0")]
    [TestCase("--clip-value", "-1")]
    [TestCase("--momentum", "1")]
    [TestCase("--rho", "1")]
    [TestCase("--beta1", "1")]
    [TestCase("--beta2", "-0.1")]
    [TestCase("--epsilon", "0")]
    [TestCase("--weight-decay", "-1")]
    [TestCase("--huber-delta", "0")]
    [TestCase("--label-smoothing", "1")]
    [TestCase("--validation", "1")]
    [TestCase("--test", "-0.1")]
    [TestCase("--seed", "-1")]
    [TestCase("--task", "guess")]
    [TestCase("--scale", "1")]
    [TestCase("--fill", "zero")]
    [TestCase("--max-levels", "1")]
    [TestCase("--max-levels", "2.5")]
    [TestCase("--class-weight", "even")]
    [TestCase("--class-weight", "a=1,b")]
    [TestCase("--class-weight", "a=-1")]
    [TestCase("--class-weight", "a=1,a=2")]
    [TestCase("--class-weight", "=1")]
    [TestCase("--threshold", "1.5")]
    [TestCase("--threshold", "-0.1")]
    [TestCase("--threshold", "best")]
    [TestCase("--threshold", "cost:1")]
    [TestCase("--threshold", "cost:1,0")]
    [TestCase("--threshold", "cost:1,2,3")]
    [TestCase("--cv", "0")]
    [TestCase("--cv", "1")]
    [TestCase("--cv", "five")]
    [TestCase("--repeats", "0")]
    [TestCase("--threads", "0")]
    [TestCase("--min-accuracy", "90")]
    [TestCase("--min-accuracy", "-0.1")]
    [TestCase("--test-file", "-")]
    public void A_value_that_makes_no_sense_is_refused_before_anything_is_read(string flag, string value) =>
        Asked("train", "none.csv", "--target", "y", flag, value).Failed(2, $"{flag} {value}");

    [TestCase("train", "none.csv", "--target", "y", "--hidden", "0")]
    [TestCase("train", "none.csv", "--target", "y", "--activation", "rleu")]
    [TestCase("train", "none.csv", "--targt", "y")]
    [TestCase("trian", "a")]
    [TestCase("train")]
    [TestCase("evaluate", "-", "-")]
    [TestCase("--version")]
    public void A_process_says_the_same_as_the_command_that_is_asked_within_the_tests(params string[] arguments) =>
        Assert.That(Asked(arguments), Is.EqualTo(Tinynn(arguments)));

    [TestCase("--activation", "rleu", "relu")]
    [TestCase("--activation", "soft-max", "softmax")]
    [TestCase("--optimizer", "adma", "adam")]
    [TestCase("--loss", "hubber", "huber")]
    [TestCase("--task", "regresion", "regression")]
    [TestCase("--scale", "robst", "robust")]
    [TestCase("--fill", "meen", "mean")]
    [TestCase("--class-weight", "balancd", "balanced")]
    [TestCase("--threshold", "f2", "f1")]
    [TestCase("--threshold", "balanced-acuracy", "balanced-accuracy")]
    public void A_mistyped_name_is_answered_with_the_nearest(string flag, string value, string meant)
    {
        Run run = Asked("train", "none.csv", "--target", "y", flag, value).Failed(2, $"{flag} {value}");
        Assert.That(run.Error, Does.Contain($"Did you mean {meant}?"));
    }

    [TestCase("--target", "train", "none.csv", "--targt", "y")]
    [TestCase("--probabilities", "predict", "a", "b", "--probabilites")]
    [TestCase("--json", "inspect", "a", "--jsn")]
    [TestCase("train", "trian", "a")]
    [TestCase("--hidden", "train", "--hiden", "3")]
    [TestCase("--hidden", "train", "--hiden")]
    [TestCase("--hidden", "train", "--hiden", "3", "data.csv", "--target", "y")]
    [TestCase("--probabilities", "predict", "--probabilites", "a", "b")]
    public void A_mistyped_flag_or_command_is_answered_with_the_nearest(string meant, params string[] arguments)
    {
        Run run = Asked(arguments).Failed(2, "tinynn");
        Assert.That(run.Error, Does.Contain($"Did you mean {meant}?"));
    }

    [Test]
    public void A_file_may_have_the_name_of_a_flag_where_it_is_said_to_be_one()
    {
        Run run = Asked("check", "--hiden").Failed(2, "tinynn check");
        Assert.That(run.Error, Does.Contain("./--hiden"));
        File.Copy(Samples.Iris, Place.Path("--hiden"));
        Asked("check", "./--hiden").Good();
        Asked("check", "--", "--hiden").Good();
    }

    [TestCase("train")]
    [TestCase("predict", "a")]
    [TestCase("train", "a", "b", "--target", "y")]
    [TestCase("train", "a", "--target")]
    [TestCase("train", "a", "--target", "x", "--target", "y")]
    [TestCase("evaluate", "-", "-")]
    public void An_incomplete_or_overfull_command_is_refused(params string[] arguments) =>
        Asked(arguments).Failed(2, arguments[0] == "evaluate" ? "- -" : "tinynn");

    [TestCase("1000000000")]
    [TestCase("2000000000,2000000000")]
    [TestCase("200000,200000")]
    public void A_network_that_does_not_fit_into_memory_is_refused(string hidden) =>
        Asked("train", Samples.Iris, "--target", "species", "--hidden", hidden).Failed(2, $"--hidden {hidden}");

    [Test]
    public void Flags_of_another_task_are_refused()
    {
        Asked("train", Samples.Iris, "--target", "species", "--loss", "huber").Failed(2, "--loss");
        Asked("train", Samples.Diabetes, "--target", "progression", "--label-smoothing", "0.1")
            .Failed(2, "--label-smoothing");
        foreach (string flag in new[] { "--class-weight balanced", "--threshold f1", "--min-accuracy 0.9" })
        {
            Asked(["train", Samples.Diabetes, "--target", "progression", .. flag.Split(' ')])
                .Failed(2, flag.Split(' ')[0]);
        }
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void A_model_that_is_there_is_not_replaced_and_nothing_is_read()
    {
        Place.Write("model.tnn", "old");
        Run run = Asked("train", "none.csv", "--target", "y", "-o", "model.tnn").Failed(2, "model.tnn");
        Assert.That(run.Error, Does.Contain("--force"));
        Assert.That(File.ReadAllText(Place.Path("model.tnn")), Is.EqualTo("old"));
    }

    [Test]
    public void A_place_that_takes_no_file_is_refused_before_anything_is_read()
    {
        Directory.CreateDirectory(Place.Path("models"));
        Asked("train", "none.csv", "--target", "y", "-o", "models").Failed(2, "models");
        Asked("train", "none.csv", "--target", "y", "-o", "models", "--force").Failed(2, "models");
        Asked("train", "none.csv", "--target", "y", "-o", "nowhere/model.tnn").Failed(2, "nowhere");
        Asked("train", "none.csv", "--target", "y", "-o", "-").Failed(2, "-o -");
        Asked("train", "none.csv", "--target", "y", "--log-file", "models").Failed(2, "--log-file models");
        Asked("predict", "none.tnn", "none.csv", "-o", "models").Failed(2, "models");
    }

    [Test]
    public void The_data_is_not_replaced_by_the_model()
    {
        Place.Write("data.csv", "a,y\n1,2\n");
        Asked("train", "data.csv", "--target", "y", "-o", "./data.csv", "--force").Failed(2, "data.csv");
        Assert.That(File.ReadAllText(Place.Path("data.csv")), Is.EqualTo("a,y\n1,2\n"));
    }

    [Test]
    public void No_input_is_replaced_whatever_it_is_called()
    {
        const string text = "sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,setosa\n";
        Place.Write("data.csv", text);
        File.Copy(Samples.IrisModel, Place.Path("iris.tnn"));
        byte[] model = File.ReadAllBytes(Samples.IrisModel);
        Asked("predict", "iris.tnn", "data.csv", "-o", "./iris.tnn", "--force").Failed(2, "iris.tnn");
        Asked("predict", "iris.tnn", "data.csv", "-o", "data.csv", "--force").Failed(2, "data.csv");
        Asked("train", "data.csv", "--target", "species", "--log-file", "./data.csv").Failed(2, "--log-file");
        Asked("train", "data.csv", "--target", "species", "--log-file", "data.tnn").Failed(2, "--log-file");
        Assert.That(File.ReadAllText(Place.Path("data.csv")), Is.EqualTo(text));
        Assert.That(File.ReadAllBytes(Place.Path("iris.tnn")), Is.EqualTo(model));
        Assert.That(Place.Names, Is.EquivalentTo(["data.csv", "iris.tnn"]));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void An_input_is_not_replaced_through_a_link()
    {
        Place.Write("data.csv", "a,y\n1,2\n");
        File.CreateSymbolicLink(Place.Path("link"), "data.csv");
        File.CreateSymbolicLink(Place.Path("again"), "link");
        Directory.CreateSymbolicLink(Place.Path("here"), ".");
        File.CreateSymbolicLink(Place.Path("circle"), "circle");
        foreach (string name in new[] { "link", "again", "here/data.csv", "here/here/again" })
        {
            Asked("train", "data.csv", "--target", "y", "-o", name, "--force").Failed(2, name);
            Asked("train", name, "--target", "y", "-o", "data.csv", "--force").Failed(2, "data.csv");
            Asked("train", "data.csv", "--target", "y", "--log-file", name).Failed(2, $"--log-file {name}");
        }
        Asked("train", "data.csv", "--target", "y", "-o", "circle", "--force").Failed(2, "circle");
        Assert.That(File.ReadAllText(Place.Path("data.csv")), Is.EqualTo("a,y\n1,2\n"));
    }

    [TestCase("relu:2", "takes no parameter")]
    [TestCase("elu:x", "\"x\" is no number")]
    public void A_wrong_parameter_of_an_activation_is_told_as_that(string value, string reason)
    {
        Run run = Asked("train", "none.csv", "--target", "y", "--activation", value).Failed(2, $"--activation {value}");
        Assert.That(run.Error, Does.Contain(reason).And.Not.Contain("none of the names"));
    }

    [Test]
    public void A_trace_comes_only_when_asked_for()
    {
        Run run = Asked("inspect", "none.tnn", "--debug");
        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("   at Tiny.Nn."));
    }

    [TestCase("train")]
    [TestCase("evaluate")]
    [TestCase("predict")]
    [TestCase("inspect")]
    public void Help_opens_with_three_examples(string command)
    {
        Run run = Asked(command, "--help").Good();
        Assert.That(run.Lines[0], Is.EqualTo("Examples:"));
        Assert.That(run.Lines[1..4], Has.All.Contain($"tinynn {command} "));
        Assert.That(run.Lines[4], Is.Empty);
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public void Help_of_every_command_opens_with_examples()
    {
        string listed = Asked("--help").Good().Output.Split("Commands:")[1].Split("Exit codes:")[0];
        string[] commands = [.. CommandLines().Matches(listed).Select(line => line.Groups["name"].Value)];
        Assert.That(commands, Does.Contain("train").And.Contain("plot").And.Contain("completions"));
        foreach (string command in commands)
        {
            string[] lines = Asked(command, "--help").Good().Lines;
            string[] examples = [.. lines.Skip(1).TakeWhile(line => line.Length > 0)];
            Assert.That(lines[0], Is.EqualTo("Examples:"), command);
            Assert.That(examples, Has.Length.AtLeast(2).And.All.Contain($"tinynn {command} "), command);
        }
    }

    [GeneratedRegex(@"^  (?<name>[a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex CommandLines();

    [Test]
    public void The_command_alone_shows_help_as_a_message()
    {
        Run alone = Asked();
        Assert.That(alone.ExitCode, Is.EqualTo(2));
        Assert.That(alone.Output, Is.Empty);
        Assert.That(alone.Error, Is.EqualTo(Asked("--help").Good().Output));
    }

    [Test]
    public void Every_exit_code_is_documented()
    {
        string help = Asked("--help").Good().Output.Split("Exit codes:")[1];
        string readme = new Markdown("README.md").Text;
        object[] values =
        [
            .. typeof(ExitCode)
                .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
                .Select(code => code.GetRawConstantValue()!),
        ];
        Assert.That(values, Is.SupersetOf(new object[] { 0, 2, 3, 4, 5, 70, 130 }));
        foreach (object code in values)
        {
            Assert.That(help, Does.Match($@"\b{code} [a-z]"), $"{code} in the help");
            Assert.That(readme, Does.Contain($"\n| {code} | "), $"{code} in the README");
        }
    }

    [Test]
    public void Help_names_the_exit_codes()
    {
        string help = Asked("--help").Good().Output;
        string[] codes =
        [
            "0 success",
            "2 usage",
            "3 bad data",
            "4 bad model",
            "5 training",
            "6 less accurate",
            "70 a fault",
            "130 interrupted",
        ];
        foreach (string code in codes)
        {
            Assert.That(help, Does.Contain(code));
        }
    }

    [Test]
    public void The_version_is_one_line() =>
        Assert.That(Asked("--version").Good().Output, Does.Match("^[0-9]+\\.[0-9]+\\.[0-9]+\n$"));

    [TestCase("NO_COLOR", "1")]
    [TestCase("TERM", "xterm-256color")]
    [TestCase("GITHUB_ACTIONS", "true")]
    public void Into_a_pipe_goes_no_colour(string name, string value)
    {
        Run run = Tests
            .Tinynn.In(Place, ["train", Samples.Iris, "--target", "species", "--epochs", "2"], "", (name, value))
            .Good();
        Assert.That(run.Output + run.Error, Does.Not.Contain('\u001b'));
    }
}
