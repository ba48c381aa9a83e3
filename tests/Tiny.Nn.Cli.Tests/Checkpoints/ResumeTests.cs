using System.Globalization;
using System.Security.Cryptography;

namespace Tiny.Nn.Cli.Tests.Checkpoints;

/// <summary>A training that was ended in any way, and gone on with, leaves the very bytes of one that was not.</summary>
[Platform(Exclude = "Win")]
internal sealed class ResumeTests : CommandTests
{
    private const string Kept = "run.ckpt";
    private static readonly Random Moments = new(20261128);

    private static readonly string[] Network = Digits("64", "300");

    private static readonly string[] Folds = Cancer(
        "--hidden",
        "32",
        "--cv",
        "4",
        "--threads",
        "2",
        "--epochs",
        "120",
        "--patience",
        "none"
    );

    private static readonly string[] Bags = Cancer();

    private static IEnumerable<TestCaseData> Trainings =>
        [
            new TestCaseData(Network, 500).SetArgDisplayNames("a network", "500 ms"),
            new TestCaseData(Folds, 500).SetArgDisplayNames("folds", "500 ms"),
            new TestCaseData(Bags, 2000).SetArgDisplayNames("bags", "2 s"),
        ];

    /// <summary>Kills of a training, each of which has a state to go on from; with TINYNN_KILLS as many as that says (.ci/kills).</summary>
    [TestCaseSource(nameof(Trainings))]
    public void Killed_at_any_moment_it_ends_with_the_same_bytes(string[] training, int most)
    {
        string[] kept = ["-o", "m.tnn", "--checkpoint", Kept, "--resume", Kept, "--every", "0.03s", "--force"];
        int wanted = int.Parse(Environment.GetEnvironmentVariable("TINYNN_KILLS") ?? "2", CultureInfo.InvariantCulture);
        string straight = Straight(training);
        for (int kills = 0; kills < wanted; )
        {
            using Background run = new(Place, [.. training, .. kept]);
            run.ReadUntil("plan ");
            bool isUnderWay = run.WorksOn(TimeSpan.FromMilliseconds(Moments.Next(most)));
            run.Kill();
            kills += isUnderWay && Names.Contains(Kept) ? 1 : 0;
            if (!isUnderWay)
            {
                // It came to its end first, over some kills perhaps; the next one begins anew.
                Assert.That(Digest("m.tnn"), Is.EqualTo(straight));
            }
        }
        Tinynn([.. training, .. kept]).Good();
        Assert.That(Digest("m.tnn"), Is.EqualTo(straight));
        Assert.That(Names, Is.EquivalentTo(["m.tnn", "straight.tnn"]), "The checkpoint has done its duty");
    }

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public void Asked_to_end_it_keeps_its_state_beside_the_model_so_far(string signal, int exitCode)
    {
        using (Background run = new(Place, To("m.tnn", "--checkpoint", Kept)))
        {
            run.ReadUntil("epoch 1/");
            run.Send(signal);
            run.WaitForExit();
            Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
            Assert.That(run.Error, Does.Contain($"kept    {Kept}: the same command with --resume {Kept} goes on"));
            Assert.That(Names, Is.SupersetOf([Kept, "m.tnn"]));
        }
        Tinynn(To("m.tnn", "--resume", Kept, "--force")).Good();
        Assert.That(Digest("m.tnn"), Is.EqualTo(Straight(Network)));
    }

    [Test]
    public void Where_the_time_is_up_a_later_run_goes_on()
    {
        string[] endless = [.. Digits("64", "100000"), "--max-time", "1s", "-o", "m.tnn"];
        int before = Epochs(Tinynn([.. endless, "--checkpoint", Kept]).Good());
        Run second = Tinynn([.. endless, "--resume", Kept, "--force"]).Good();
        Assert.That(Epochs(second), Is.GreaterThan(before));
    }

    [Test]
    public void Of_a_damaged_checkpoint_the_one_before_is_taken_and_it_is_said()
    {
        Keep();
        File.Copy(Place.Path(Kept), Place.Path($"{Kept}.old"), overwrite: true);
        File.AppendAllText(Place.Path(Kept), "x");
        Run run = Tinynn(To("m.tnn", "--resume", Kept, "--force")).Good();
        Assert.That(run.Error, Does.Contain("damaged").And.Contain("the checkpoint before it is used"));
        Assert.That(Digest("m.tnn"), Is.EqualTo(Straight(Network)));
    }

    [Test]
    public void What_is_no_checkpoint_or_that_of_another_run_is_refused_and_stays()
    {
        Keep();
        byte[] kept = File.ReadAllBytes(Place.Path(Kept));
        string[] Resumed(string[] training) => [.. training, "-o", "m.tnn", "--resume", Kept, "--force"];
        Run wider = Tinynn(Resumed(Digits("65", "300"))).Failed(2, Kept);
        Assert.That(wider.Error, Does.Contain("another run: --hidden: 64 there, 65 here."));
        Run seed = Tinynn(Resumed([.. Network, "--seed", "2"])).Failed(2, Kept);
        Assert.That(seed.Error, Does.Contain("--seed: 1 there, 2 here"));
        string[] other = ["train", Samples.Iris, "--target", "species", .. Network.Skip(4)];
        Run data = Tinynn(Resumed(other)).Failed(2, Kept);
        Assert.That(data.Error, Does.Contain("--target: digit there, species here; the data are others"));
        Assert.That(File.ReadAllBytes(Place.Path(Kept)), Is.EqualTo(kept));

        Tinynn(To("m.tnn", "--resume", "gone.ckpt", "--force")).Failed(2, "gone.ckpt");
        Place.Write("no.ckpt", "a,b\n1,2\n");
        Tinynn(To("m.tnn", "--resume", "no.ckpt", "--force")).Failed(2, "no.ckpt");
    }

    [TestCase("--every without a checkpoint", "--every", "1m")]
    [TestCase("two files", "--checkpoint", "a.ckpt", "--resume", "b.ckpt")]
    [TestCase("the model's file", "--checkpoint", "m.tnn")]
    [TestCase("a diagnosis", "--checkpoint", "a.ckpt", "--diagnose")]
    [TestCase("no directory", "--checkpoint", "nowhere/a.ckpt")]
    public void What_makes_no_sense_is_refused_before_anything_is_done(string what, params string[] flags)
    {
        Run run = Tinynn(To("m.tnn", flags));
        Assert.That(run.ExitCode, Is.EqualTo(2), what);
        Assert.That(Names, Is.Empty, what);
    }

    [Test]
    public void A_checkpoint_that_is_there_is_not_replaced_by_chance()
    {
        Keep();
        Run run = Tinynn(To("other.tnn", "--checkpoint", Kept)).Failed(2, Kept);
        Assert.That(run.Error, Does.Contain($"--resume {Kept}").And.Contain("--force"));
    }

    [Test]
    public void Where_it_cannot_be_written_training_goes_on_with_a_note()
    {
        Directory.CreateDirectory(Place.Path($"{Kept}.new"));
        Run run = Tinynn(To("m.tnn", "--checkpoint", Kept, "--every", "0.02s")).Good();
        Assert.That(run.Error, Does.Contain("checkpoint not written, training goes on"));
        Assert.That(run.Error.Split("checkpoint not written"), Has.Length.EqualTo(2), "It is said once");
        Assert.That(Digest("m.tnn"), Is.EqualTo(Straight(Network)));
    }

    private static string[] Digits(string hidden, string epochs) =>
        [
            .. (string[])["train", Samples.Digits, "--target", "digit", "--hidden", hidden, "--epochs", epochs],
            .. (string[])["--patience", "none", "--dropout", "0.2", "--schedule", "plateau:2:0.7"],
        ];

    private static string[] Cancer(params string[] flags) =>
        ["train", Samples.Cancer, "--target", "diagnosis", .. flags];

    private static string[] To(string model, params string[] flags) => [.. Network, "-o", model, .. flags];

    private IEnumerable<string> Names =>
        Place.Names.Where(name => !name.StartsWith(".tinynn-", StringComparison.Ordinal));

    /// <summary>Begins the training, and has its state kept.</summary>
    private void Keep()
    {
        using Background run = new(Place, To("m.tnn", "--checkpoint", Kept));
        run.ReadUntil("epoch 1/");
        run.Interrupt();
        run.WaitForExit();
    }

    private string Straight(string[] training)
    {
        Tinynn([.. training, "-o", "straight.tnn"]).Good();
        return Digest("straight.tnn");
    }

    private string Digest(string name) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Place.Path(name))));

    private static int Epochs(Run run)
    {
        string line = run.Error.Split('\n').Last(line => line.StartsWith("trained ", StringComparison.Ordinal));
        return int.Parse(line.Split(' ')[1].Replace(",", "", StringComparison.Ordinal), null);
    }
}
