using System.Security.Cryptography;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Tests.Job;

/// <summary>Under each launcher, on any number of ranks, all that is written is what one process writes; whatever goes wrong ends the job and is told.</summary>
[Category("Mpi")]
[Platform(Include = "Linux")]
internal sealed class MpiTests : CommandTests
{
    private const string Kept = "run.ckpt";

    private static readonly string[] Bags =
    [
        "train",
        Samples.Cancer,
        "--target",
        "diagnosis",
        "-o",
        "m.tnn",
        "--force",
    ];
    private static readonly string[] Quick = [.. Bags, "--effort", "quick"];

    private static readonly string[][] Runs =
    [
        Bags,
        Quick,
        [.. Quick, "--cv", "5", "--repeats", "2"],
        ["train", Samples.Diabetes, "--target", "progression", "--cv", "4", "-o", "m.tnn", "--force"],
        [
            .. (string[])["tune", Samples.Iris, "--target", "species", "--trials", "5", "--folds", "4"],
            .. (string[])["-o", "best.json", "--trials-file", "trials.json", "--force"],
        ],
    ];

    private static IEnumerable<TestCaseData> Jobs =>
        from launcher in Launched.Names
        from count in Enumerable.Range(1, 4)
        from run in Runs
        select new TestCaseData(launcher, count, run).SetArgDisplayNames(
            launcher,
            $"{count}",
            string.Join(' ', run.Where(word => !word.Contains('/')))
        );

    [TestCaseSource(nameof(Jobs))]
    public void All_that_is_written_is_what_one_process_writes(string launcher, int count, string[] run)
    {
        Launched.Require(launcher);
        Run alone = Tinynn([.. run, "--json"]).Good();
        string[] files = Digests();
        Run job = Launched.Run(launcher, count, Place, [.. run, "--json"]).Good();
        Assert.That(job.Output, Is.EqualTo(alone.Output));
        Assert.That(Digests(), Is.EqualTo(files));
        string[] told = [.. job.Error.Split('\n').Where(line => line.StartsWith("job ", StringComparison.Ordinal))];
        Assert.That(told, Has.Length.EqualTo(count == 1 ? 0 : 1));
        Assert.That(told, Has.All.StartsWith($"job     {count} ranks on 1 host, "));
        Assert.That(job.Error.Split("\nsaved "), Has.Length.EqualTo(2), "One process speaks");
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void Tables_have_no_colour_where_the_launcher_makes_believe_that_there_is_a_terminal(string launcher)
    {
        Run job = Launched.Run(launcher, 2, Place, Quick).Good();
        Assert.That(job.Output, Is.EqualTo(Tinynn(Quick).Good().Output));
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void What_comes_through_stdin_all_ranks_have(string launcher)
    {
        // The launcher of MPICH ends the job where it is not read fast enough: no more than a pipe holds.
        string[] piped = ["train", "-", "--target", "species", "--effort", "quick", "-o", "m.tnn", "--force"];
        string data = File.ReadAllText(Samples.Iris);
        Run job = Launched.End(Launched.Start(launcher, 2, Place, piped), data).Good();
        Assert.That(job.Output, Is.EqualTo(Tests.Tinynn.In(Place, piped, data).Good().Output));
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void A_rank_that_dies_ends_the_job_and_another_goes_on(string launcher)
    {
        foreach (int rank in (int[])[1, 0])
        {
            using Background job = Checkpointed(launcher, 3);
            Signals.Send("KILL", Launched.ProcessOf(rank, Place));
            job.WaitForExit();
            Assert.That(job.ExitCode, Is.Not.Zero);
            Assert.That(Place.Names, Has.Some.EqualTo(Kept), "Something was kept");
        }
        AssertGoesOn(launcher);
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void A_launcher_that_is_asked_to_end_leaves_a_checkpoint(string launcher)
    {
        using (Background job = Checkpointed(launcher, 2))
        {
            job.Send("TERM");
            job.WaitForExit();
            Assert.That(job.Error, Does.Contain("terminated: finishing the step"));
        }
        AssertGoesOn(launcher);
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void A_rank_with_another_file_ends_the_job_and_is_named(string launcher)
    {
        string[] lines = File.ReadAllLines(Samples.Iris);
        Run job = Apart(launcher, lines, lines[..^1], []);
        Assert.That(job.ExitCode, Is.EqualTo(ExitCode.BadData));
        Assert.That(job.Error, Does.Contain("error: The processes read different data: x.csv"));
        Assert.That(job.Error, Does.Contain("  at: rank 1 on "));
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void A_rank_without_the_file_says_so_with_its_name(string launcher)
    {
        Run job = Apart(launcher, File.ReadAllLines(Samples.Iris), null, []);
        Assert.That(job.ExitCode, Is.EqualTo(ExitCode.BadData));
        Assert.That(job.Error, Does.Match("rank 1 on .*: error: There is no such file."));
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void A_rank_with_other_settings_ends_the_job_and_is_named(string launcher)
    {
        string[] lines = File.ReadAllLines(Samples.Iris);
        Run job = Apart(launcher, lines, lines, ["--seed", "2"]);
        Assert.That(job.ExitCode, Is.EqualTo(ExitCode.BrokenJob));
        Assert.That(job.Error, Does.Contain("different settings: --seed 2, --seed 1 at rank 0."));
        Assert.That(job.Error, Does.Contain("  at: rank 1 on "));
    }

    [TestCaseSource(typeof(Launched), nameof(Launched.Names))]
    public void What_is_wrong_for_all_is_said_once(string launcher)
    {
        Run job = Launched.Run(launcher, 3, Place, "train", Samples.Iris, "--target", "specis");
        Assert.That(job.ExitCode, Is.EqualTo(ExitCode.BadData));
        Assert.That(job.Error.Split("There is no target column"), Has.Length.EqualTo(2));
    }

    /// <summary>A job that has kept its state, and is at work.</summary>
    private Background Checkpointed(string launcher, int count)
    {
        string[] flags = ["--checkpoint", Kept, "--resume", Kept, "--every", "0.1s", "-v"];
        Background job = Launched.Start(launcher, count, Place, [.. Bags, .. flags]);
        job.ReadUntil("epoch ");
        while (!File.Exists(Place.Path(Kept)))
        {
            job.ReadUntil("epoch ");
        }
        return job;
    }

    private void AssertGoesOn(string launcher)
    {
        Run resumed = Launched.Run(launcher, 2, Place, [.. Bags, "--resume", Kept]).Good();
        Assert.That(resumed.Error, Does.Contain($"resumed {Kept}"));
        byte[] model = File.ReadAllBytes(Place.Path("m.tnn"));
        Tinynn(Bags).Good();
        Assert.That(model, Is.EqualTo(File.ReadAllBytes(Place.Path("m.tnn"))));
    }

    /// <summary>Two ranks in directories of their own.</summary>
    private Run Apart(string launcher, string[] first, string[]? second, string[] more)
    {
        Directory.CreateDirectory(Place.Path("a"));
        Directory.CreateDirectory(Place.Path("b"));
        File.WriteAllLines(Place.Path("a/x.csv"), first);
        if (second is not null)
        {
            File.WriteAllLines(Place.Path("b/x.csv"), second);
        }
        string[] train = ["train", "x.csv", "--target", "species", "--effort", "quick"];
        string[] before =
        [
            .. (string[])[launcher, "-n", "1", "-wdir", Place.Path("a"), .. TestedCommand.Words, .. train],
            .. (string[])[":", "-n", "1", "-wdir", Place.Path("b")],
        ];
        Launched.Require(launcher);
        return Launched.End(Background.Under(before, Place, [.. train, .. more]), "");
    }

    private string[] Digests() =>
        [
            .. Place
                .Names.Order()
                .Select(name => $"{name} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Place.Path(name))))}"),
        ];
}
