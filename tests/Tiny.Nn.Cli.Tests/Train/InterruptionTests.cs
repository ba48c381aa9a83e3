using System.Diagnostics;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Train;

[Platform(Exclude = "Win")]
internal sealed class InterruptionTests : CommandTests
{
    private static readonly string[] Endless =
    [
        "train",
        Samples.Iris,
        "--target",
        "species",
        "--epochs",
        "1000000000",
        "--patience",
        "none",
    ];

    [Test]
    public void Interrupted_training_saves_the_best_model_so_far()
    {
        using Background run = new(Place, Endless);
        run.ReadUntil("epoch 1/");
        run.Interrupt();
        run.WaitForExit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(130));
            Assert.That(run.Error, Does.Contain("interrupted: finishing the step").And.Contain("saved   iris.tnn"));
            Assert.That(run.Output, Does.Contain("accuracy"));
            Assert.That(Tinynn("predict", "iris.tnn", Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
            Assert.That(Place.Names.Single(), Is.EqualTo("iris.tnn"));
        }
    }

    [Test]
    public void The_document_and_the_log_say_that_it_was_interrupted()
    {
        using Background run = new(Place, [.. Endless, "--json", "--log-file", "run.jsonl"]);
        run.ReadUntil("epoch 1/");
        run.Interrupt();
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.EqualTo(130));
        System.Text.Json.JsonElement document = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        Assert.That(document.GetProperty("training").GetProperty("ending").GetString(), Is.EqualTo("interrupted"));
        Assert.That(File.ReadLines(Place.Path("run.jsonl")).Last(), Does.Contain("\"Ending\":\"interrupted\""));
    }

    [TestCase("folds   1 of 4", Description = "In the folds of the network")]
    [TestCase("linear  1 of 4", Description = "In those of the linear model")]
    public void Interrupted_in_the_folds_it_saves_nothing_and_says_so(string sign)
    {
        string rows = string.Concat(Enumerable.Range(0, 4000).Select(i => $"{i % 7},{i % 11},{i % 2}\n"));
        Place.Write("data.csv", $"a,b,y\n{rows}");
        string[] folds = ["--cv", "4", "--threads", "1", "--epochs", "20", "--patience", "none"];
        using Background run = new(Place, ["train", "data.csv", "--target", "y", .. folds, "--hidden", "64"]);
        run.ReadUntil(sign);
        run.Interrupt();
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(run.Error, Does.Contain("interrupted: ").And.Contain("nothing was saved: the folds were not over"));
        Assert.That(run.Output, Is.Empty);
        Assert.That(Place.Names, Is.EqualTo(["data.csv"]));
    }

    [Test]
    public void Interrupted_before_the_end_of_an_epoch_it_saves_nothing_and_a_second_time_it_stops_at_once()
    {
        // Steps that take seconds: none that is under way ends between two signals.
        string[] size = ["--hidden", "4000,4000", "--batch-size", "8000"];
        string row = string.Join(',', Enumerable.Range(0, 20).Select(column => $"{column + 0.5}"));
        string header = string.Join(',', Enumerable.Range(0, 20).Select(column => $"x{column}"));
        string rows = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{row},{i % 2}\n"));
        Place.Write("big.csv", $"{header},y\n{rows}");
        using Background run = new(Place, ["train", "big.csv", "--target", "y", .. size]);
        run.ReadUntil("plan ");
        run.Work(TimeSpan.FromSeconds(2));
        run.Interrupt();
        run.ReadUntil("interrupted: ");
        run.Interrupt();
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.EqualTo(130));
        Assert.That(run.Error, Does.Not.Contain("nothing was saved"), "The step was finished");
        Assert.That(Place.Names.Single(), Is.EqualTo("big.csv"));
    }

    [Test]
    public void Interrupted_before_the_first_step_it_saves_nothing()
    {
        using Background run = new(Place, Endless);
        run.ReadUntil("plan ");
        run.Interrupt();
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.EqualTo(130));
        bool saved = run.Error.Contains("saved   iris.tnn", StringComparison.Ordinal);
        Assert.That(Place.Names, saved ? Is.EqualTo(["iris.tnn"]) : Is.Empty);
    }

    [TestCase("TERM", 128 + 15, "terminated: finishing the step", Description = "docker stop, systemctl stop, timeout")]
    [TestCase("HUP", 128 + 1, "the terminal was closed: finishing the step")]
    public void Other_signals_that_ask_it_to_end_save_as_well(string signal, int exitCode, string said)
    {
        using Background run = new(Place, [.. Endless, "--report", "page.html", "--save-config", "set.json"]);
        run.ReadUntil("epoch 1/");
        run.Send(signal);
        run.WaitForExit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(exitCode));
            Assert.That(run.Error, Does.Contain(said).And.Contain("saved   iris.tnn"));
            Assert.That(run.Output, Does.Contain("accuracy"));
            Assert.That(
                Tinynn("inspect", "iris.tnn", "--json").Good().Json.GetProperty("history").ToString(),
                Is.Not.Empty
            );
            Assert.That(Place.Names, Is.EquivalentTo(["iris.tnn", "page.html", "set.json"]));
        }
    }

    [Test]
    public void Two_signals_of_two_kinds_end_it_at_once()
    {
        using Background run = new(Place, [.. Endless, "--cv", "3"]);
        run.ReadUntil("plan ");
        run.Work(TimeSpan.FromSeconds(1));
        run.Send("HUP");
        run.Send("TERM");
        run.Send("INT");
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.AnyOf(128 + 1, 128 + 2, 128 + 15));
        Assert.That(Place.Names, Is.Empty);
    }

    [TestCase("HUP", Description = "nohup")]
    [TestCase("INT", Description = "In the background of a script")]
    [Platform("Linux")]
    public void A_signal_that_was_ignored_at_the_start_stays_ignored(string signal)
    {
        using Background run = Background.Ignoring(signal, Place, [.. Endless, "--max-time", "4s"]);
        run.ReadUntil("epoch 1/");
        run.Send(signal);
        run.WaitForExit();
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.Not.Contain("finishing").And.Contain("the time was up"));
    }

    [TestCase("plan ", 400)]
    [TestCase("trained ", 30)]
    [TestCase("rows ", 15)]
    public void Killed_at_any_moment_it_leaves_no_model_or_a_whole_one(string sign, int longestDelay)
    {
        // Only chance finds the moments nobody thought of: so it has no seed.
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--hidden", "600,600", "--epochs", "1"];
        byte[]? whole = null;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            using (Background run = new(Place, [.. arguments, "--force"]))
            {
                run.ReadUntil(sign);
                long start = Stopwatch.GetTimestamp();
                double delay = longestDelay * Random.Shared.NextDouble();
                SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start).TotalMilliseconds >= delay);
                run.Kill();
            }
            string[] models = [.. Place.Names.Where(name => name.EndsWith(".tnn", StringComparison.Ordinal))];
            Assert.That(whole is null || models.Length == 1, Is.True, "A model that was there is gone");
            if (models is [string model])
            {
                byte[] bytes = File.ReadAllBytes(Place.Path(model));
                Assert.That(() => ModelFile.Load<float>(Place.Path(model)), Throws.Nothing);
                Assert.That(bytes, Is.EqualTo(whole ?? bytes));
                whole = bytes;
            }
        }
    }
}
