using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Tune;

/// <summary>A search from the command line: small networks, few epochs, few folds.</summary>
internal sealed class TuneTests : CommandTests
{
    private static readonly string[] Small =
    [
        "tune",
        Samples.Iris,
        "--target",
        "species",
        "--recipe",
        "plain",
        "--hidden",
        "4",
        "--epochs",
        "2",
        "--folds",
        "2",
        "--trials",
        "2",
    ];

    /// <summary>Without the rows that judge the winner: that takes longer than all else.</summary>
    private static readonly string[] Untested = [.. Small, "--test", "0"];

    [Test]
    public void The_winner_is_trained_by_its_command_line_and_by_its_settings_and_judged_as_they_are()
    {
        Run run = Tinynn([.. Small, "--json", "-o", "best.json"]).Good();
        JsonElement winner = run.Json.GetProperty("winner");
        string[] command = winner.GetProperty("command").GetString()!.Split(' ')[1..];
        Run typed = Asked([.. command, "-o", "typed.tnn", "--json"]).Good();
        Asked("train", Samples.Iris, "--config", "best.json", "-o", "read.tnn").Good();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Error, Does.Contain($"next    tinynn {string.Join(' ', command)}\n"));
            Assert.That(
                File.ReadAllBytes(Place.Path("typed.tnn")),
                Is.EqualTo(File.ReadAllBytes(Place.Path("read.tnn")))
            );
            Assert.That(
                run.Json.GetProperty("test").GetProperty("measures").ToString(),
                Is.EqualTo(typed.Json.GetProperty("test").GetProperty("measures").ToString())
            );
            Assert.That(
                run.Json.GetProperty("test")
                    .GetProperty("baselines")
                    .EnumerateArray()
                    .Select(one => $"{one.GetProperty("name")}"),
                Is.EqualTo(["majority class", "linear model", "bags of networks"])
            );
            Assert.That(run.Json.GetProperty("trials").GetArrayLength(), Is.EqualTo(2));
            Assert.That(run.Json.GetProperty("ending").GetString(), Is.EqualTo("all-trials"));
            Assert.That(run.Json.GetProperty("caution").GetString(), Does.Contain("too good, for it was chosen by it"));
            Assert.That(Place.Names, Is.SupersetOf(["best.json", "iris.trials.json"]));
        }
    }

    [Test]
    public void A_search_that_is_gone_on_with_writes_the_same_bytes()
    {
        // Three are a bracket: of less than that the best goes on, which in a whole one may not be the best.
        string[] Of(string trials) => [.. Untested[..^4], "--trials", trials, "--test", "0", "--json"];
        string[] four = Of("4");
        Run whole = Asked([.. four, "--trials-file", "whole.json"]).Good();
        Asked([.. Of("3"), "--trials-file", "part.json", "--force"]).Good();
        Run rest = Asked([.. four, "--resume", "part.json", "--force"]).Good();
        Assert.That(File.ReadAllText(Place.Path("part.json")), Is.EqualTo(File.ReadAllText(Place.Path("whole.json"))));
        Assert.That(rest.Output, Is.EqualTo(whole.Output.Replace("whole.json", "part.json", StringComparison.Ordinal)));
    }

    [Test]
    public void The_trials_are_shown_the_best_first_with_a_caution()
    {
        Run run = Asked(Untested).Good();
        Assert.That(
            run.Error,
            Does.Contain("judged  in brackets of 3 trials by 1, 2 folds").And.Contain("tried   2 trials, 3 folds")
        );
        Assert.That(
            run.Output,
            Does.Contain("log-loss").And.Contain("learning-rate").And.Contain("No rows were set aside")
        );
        Assert.That(run.Output, Does.Contain("too"), "how far it can be trusted");
        Assert.That(run.Output.IndexOf("2 of 2 folds", StringComparison.Ordinal), Is.Positive);
    }

    [Test]
    public void The_trials_of_another_search_are_refused_with_what_differs()
    {
        Asked(Untested).Good();
        string[] more = ["--resume", "iris.trials.json", "--force"];
        Run other = Asked([.. Untested, .. more, "--seed", "3", "--dropout", "0.1"]).Failed(2, "iris.trials.json");
        Assert.That(other.Error, Does.Contain("--dropout: not given there, 0.1 here; --seed: not given there, 3 here"));
        string[] lines = File.ReadAllLines(Samples.Iris);
        File.WriteAllLines(Place.Path("fewer.csv"), lines[..^1]);
        Run fewer = Asked(["tune", "fewer.csv", .. Untested[2..], .. more]).Failed(2, "iris.trials.json");
        Assert.That(fewer.Error, Does.Contain("the data are others"));
    }

    [TestCase("", "could not be read")]
    [TestCase("{", "It holds no trials")]
    [TestCase("[]", "It holds no trials")]
    [TestCase("""{"trials":[1]}""", "It holds no trials")]
    public void A_file_that_holds_no_trials_is_refused(string text, string said)
    {
        if (text.Length > 0)
        {
            Place.Write("trials.json", text);
        }
        Assert.That(
            Asked([.. Untested, "--resume", "trials.json"]).Failed(2, "--resume trials.json").Error,
            Does.Contain(said)
        );
        Assert.That(Place.Names, Is.EqualTo(text.Length > 0 ? ["trials.json"] : Array.Empty<string>()));
    }

    [TestCase("--hidden none", "--hidden none", "needs no search")]
    [TestCase("--budget 0s", "--budget 0s", "no time")]
    [TestCase("--folds 1", "--folds 1", "One fold")]
    [TestCase("--dropout 2", "--dropout 2", "below 1")]
    [TestCase("--effort high", "tinynn tune", "--effort")]
    [TestCase(
        "--learning-rate 1e30 --optimizer sgd --trials 1 --folds 2 --recipe plain --test 0",
        "iris.trials.json",
        "No trial came to anything",
        5
    )]
    [TestCase("--test 0.95", "iris.csv", "rows to learn from for 9 folds", 3)]
    public void What_makes_no_search_is_refused(string flags, string place, string said, int exitCode = 2)
    {
        Run run = Asked(["tune", Samples.Iris, "--target", "species", .. flags.Split(' ')]).Failed(exitCode, place);
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public void A_space_with_nothing_left_open_is_refused()
    {
        JsonElement space = Asked([.. Small, "--dry-run", "--json"]).Good().Json.GetProperty("space");
        string[] all =
        [
            .. space.EnumerateArray().SelectMany(one => new[] { $"--{one.GetProperty("name")}", Value(one) }),
        ];
        Assert.That(Asked([.. Small, .. all]).Failed(2, "--recipe").Error, Does.Contain("Nothing is left open"));
        Assert.That(Place.Names, Is.Empty);

        static string Value(JsonElement dimension) =>
            dimension.GetProperty("name").GetString() switch
            {
                "batch-size" => "32",
                "learning-rate" or "frequency" or "decay" => "0.1",
                "embedding" => "periodic",
                _ => dimension.GetProperty("range").GetString()!.Split(' ')[0],
            };
    }

    [TestCase("iris.tuned.json", "--trials-file t.json")]
    [TestCase("iris.trials.json", "-o t.json")]
    public void An_output_that_is_there_is_refused(string name, string flags)
    {
        Place.Write(name, "kept");
        Asked([.. Untested, .. flags.Split(' ')]).Failed(2, name);
        Assert.That(File.ReadAllText(Place.Path(name)), Is.EqualTo("kept"));
    }

    [Test]
    public void Two_outputs_in_one_file_are_refused() =>
        Assert.That(
            Asked([.. Untested, "-o", "one.json", "--trials-file", "one.json"]).Failed(2, "one.json").Error,
            Does.Contain("name one file")
        );

    [Test]
    public void A_dry_run_shows_the_space_and_writes_nothing()
    {
        Run run = Asked("tune", Samples.Iris, "--target", "species", "--dropout", "0.2", "--dry-run").Good();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Does.Contain("plain | realmlp-small | realmlp-s-small"));
            Assert.That(run.Output, Does.Contain("0.125 to 8 times the recipe's").And.Contain("log-uniform"));
            Assert.That(run.Output.Split("given")[1], Does.Contain("dropout   0.2"));
            Assert.That(run.Output.Split("given")[0], Does.Not.Contain("dropout"));
            Assert.That(run.Lines.Select(line => line.TrimEnd().Length), Is.All.LessThanOrEqualTo(80));
            Assert.That(Place.Names, Is.Empty);
        }
    }

    [Test]
    public void A_config_fixes_what_it_names()
    {
        Place.Write("run.json", """{ "target": "species", "hidden": [4], "epochs": 1, "recipe": "plain" }""");
        Run run = Asked("tune", Samples.Iris, "--config", "run.json", "--dry-run", "--json").Good();
        JsonElement given = run.Json.GetProperty("given");
        Assert.That(given.GetProperty("hidden").GetString(), Is.EqualTo("4"));
        Assert.That(run.Json.GetProperty("space").ToString(), Does.Not.Contain("hidden"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Interrupted_it_keeps_what_it_knows_and_says_how_to_go_on()
    {
        using Background run = new(Place, ["tune", Samples.Iris, "--target", "species", "--budget", "1h"]);
        run.ReadUntil("trial ");
        run.Interrupt();
        run.WaitForExit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain("interrupted; left: ").And.Contain("saved   iris.tuned.json"));
            Assert.That(run.Error, Does.Contain("--resume iris.trials.json"));
            Assert.That(run.Output, Does.Contain("It was interrupted before the test rows were asked."));
            Assert.That(Place.Names, Is.EquivalentTo(["iris.tuned.json", "iris.trials.json"]));
        }
    }
}
