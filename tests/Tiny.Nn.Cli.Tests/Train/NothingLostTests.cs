using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>A place that takes nothing more when training is over: what was learned is not thrown away.</summary>
[Platform("Linux")]
internal sealed class NothingLostTests : CommandTests
{
    private static readonly string[] Short = ["--target", "species", "--epochs", "3"];
    private static readonly string[] Endless = ["--target", "species", "--epochs", "1000000000", "--patience", "none"];

    [Test]
    public void A_log_that_cannot_be_written_ends_and_the_training_does_not()
    {
        Run run = Tinynn([
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--epochs",
            "200",
            "-o",
            "m.tnn",
            "--log-file",
            "/dev/full",
        ]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Output, Does.Contain("accuracy"));
            Assert.That(
                run.Error,
                Does.Contain("saved   m.tnn").And.Contain("error: The log is not complete: No space")
            );
            Assert.That(run.Error, Does.Contain("  at: --log-file /dev/full").And.Not.Contain("stdout"));
            Assert.That(Tinynn("predict", "m.tnn", Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
        }
    }

    [Test]
    public void A_model_whose_directory_is_gone_goes_beside_the_data()
    {
        File.Copy(Samples.Iris, Place.Path("flowers.csv"));
        Place.Write("iris.tnn", "A file of that name is not replaced");
        Run(Place.Path("flowers.csv"), "out/iris.tnn", () => Directory.Delete(Place.Path("out")), []);
        Assert.That(Tinynn("inspect", "iris-2.tnn").Good().Output, Does.Contain("species"));
        Assert.That(File.ReadAllText(Place.Path("iris.tnn")), Does.StartWith("A file"));
    }

    [Test]
    public void A_model_of_data_from_a_pipe_goes_into_the_temporary_directory()
    {
        Directory.CreateDirectory(Place.Path("tmp"));
        string rows = File.ReadAllText(Samples.Iris);
        Run(
            "-",
            "out/of/m.tnn",
            () => Directory.Delete(Place.Path("out"), recursive: true),
            [$"TMPDIR={Place.Path("tmp")}"],
            rows
        );
        Assert.That(Tinynn("inspect", "tmp/m.tnn").Good().Output, Does.Contain("species"));
    }

    [Test]
    public void Where_no_place_takes_the_model_the_report_is_shown_all_the_same()
    {
        Background run = Run(
            "-",
            "out/m.tnn",
            () => Directory.Delete(Place.Path("out")),
            ["TMPDIR=/proc/none"],
            File.ReadAllText(Samples.Iris),
            "--json"
        );
        JsonElement document = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(document.GetProperty("model").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("test").GetProperty("accuracy").GetDouble(), Is.GreaterThan(0.5));
        Assert.That(run.Error, Does.Contain("nothing was saved").And.Contain("could not be saved beside the data"));
    }

    [TestCase("--report", "page.html")]
    [TestCase("--report", "page.md")]
    [TestCase("--save-config", "set.json")]
    public void What_is_written_beside_the_model_may_fail(string flag, string name)
    {
        Background run = Run(
            Samples.Iris,
            "m.tnn",
            () => Directory.Delete(Place.Path("out")),
            [],
            "",
            flag,
            $"out/{name}",
            "--log-file",
            "run.jsonl"
        );
        Assert.That(run.Error, Does.Contain("saved   m.tnn").And.Contain($"  at: out/{name}"));
        Assert.That(File.ReadLines(Place.Path("run.jsonl")).Last(), Does.Contain("Training ended"));
        Tinynn("inspect", "m.tnn").Good();
    }

    [TestCase("--report", "a", "--save-config", "a")]
    [TestCase("--report", "a", "--log-file", "a")]
    [TestCase("--save-config", "a", "--log-file", "./here/../a")]
    [TestCase("--save-config", "a", "-o", "link")]
    [TestCase("--log-file", "a", "-o", "a")]
    [TestCase("--log-file", "there/a", "--report", "here/a", Description = "Through a link to the directory")]
    public void Two_outputs_under_one_name_are_refused_before_anything_starts(
        string one,
        string first,
        string two,
        string second
    )
    {
        Directory.CreateDirectory(Place.Path("here"));
        File.CreateSymbolicLink(Place.Path("link"), "a");
        Directory.CreateSymbolicLink(Place.Path("there"), "here");
        string[] names = [.. Place.Names];
        Run run = Tinynn(["train", Samples.Iris, .. Short, one, first, two, second, "--force"]);
        run.Failed(2, "a");
        Assert.That(run.Error, Does.Not.Contain("read  "));
        Assert.That(Place.Names, Is.EquivalentTo(names));
    }

    [Test]
    public void Two_processes_with_one_log_tear_no_line()
    {
        string[] shared = ["--epochs", "3000", "--patience", "none", "--log-file", "run.jsonl", "--hidden", "none"];
        using (Background one = new(Place, ["train", Samples.Iris, "--target", "species", .. shared, "-o", "1.tnn"]))
        using (Background two = new(Place, ["train", Samples.Iris, "--target", "species", .. shared, "-o", "2.tnn"]))
        {
            one.WaitForExit();
            two.WaitForExit();
            Assert.That((one.ExitCode, two.ExitCode), Is.EqualTo((0, 0)));
        }
        string[] lines = File.ReadAllLines(Place.Path("run.jsonl"));
        Assert.That(lines, Has.Length.EqualTo(2 * 3002));
        Assert.That(() => lines.Select(line => JsonDocument.Parse(line)).ToArray(), Throws.Nothing);
    }

    /// <summary>A training whose place is taken away once it has begun, and which then ends.</summary>
    private Background Run(
        string data,
        string model,
        Action takeAway,
        string[] environment,
        string input = "",
        params string[] others
    )
    {
        Directory.CreateDirectory(Place.Path("out/of"));
        if (!model.StartsWith("out/of", StringComparison.Ordinal))
        {
            Directory.Delete(Place.Path("out/of"));
        }
        using Background run = Background.With(environment, Place, ["train", data, .. Endless, "-o", model, .. others]);
        run.Say(input);
        run.ReadUntil("epoch 1/");
        takeAway();
        run.Interrupt();
        run.WaitForExit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
            Assert.That(run.Output, Does.Contain("accuracy"), "The report is shown");
        }
        return run;
    }
}
