using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Tests.Job;

/// <summary>What the command does where a launcher of MPI seems to have started it, without any MPI.</summary>
internal sealed class LaunchedTests : CommandTests
{
    private static readonly string[] Training =
    [
        "train",
        Samples.Iris,
        "--target",
        "species",
        "--hidden",
        "4",
        "--epochs",
        "5",
        "-o",
        "m.tnn",
        "--force",
    ];

    [TestCase("PMI_RANK", "PMI_SIZE")]
    [TestCase("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE")]
    public void Without_a_library_it_says_so(string rank, string size)
    {
        Run run = Launched(Training, (rank, "0"), (size, "2"), (Launcher.LibraryVariable, "nowhere.so"));
        run.Failed(ExitCode.BrokenJob, "rank 0 on ");
        Assert.That(run.Error, Does.Contain("no library of MPI: nowhere.so.").And.Contain("libmpich12"));
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void Another_rank_than_the_first_says_it_with_its_name()
    {
        Run run = Launched(Training, ("PMI_RANK", "3"), ("PMI_SIZE", "4"), (Launcher.LibraryVariable, "nowhere.so"));
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.BrokenJob));
        string[] lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines, Has.All.StartsWith("rank 3 on "));
    }

    [Test]
    public void A_wrong_command_line_is_told_by_the_first_alone()
    {
        string[] wrong = ["train", Samples.Iris, "--bogus"];
        Launched(wrong, ("PMI_RANK", "0"), ("PMI_SIZE", "2")).Failed(ExitCode.Usage, "tinynn train");
        Run other = Launched(wrong, ("PMI_RANK", "1"), ("PMI_SIZE", "2"));
        Assert.That((other.ExitCode, other.Error, other.Output), Is.EqualTo((ExitCode.Usage, "", "")));
    }

    [TestCase("PMI_SIZE", "1")]
    [TestCase(Launcher.LibraryVariable, "none")]
    public void A_process_on_its_own_needs_no_library(string name, string value)
    {
        Run alone = Tinynn([.. Training, "--json"]).Good();
        byte[] model = File.ReadAllBytes(Place.Path("m.tnn"));
        Run launched = Launched([.. Training, "--json"], ("PMI_RANK", "0"), (name, value)).Good();
        Assert.That(launched.Output, Is.EqualTo(alone.Output));
        Assert.That(launched.Error, Is.EqualTo(alone.Error));
        Assert.That(File.ReadAllBytes(Place.Path("m.tnn")), Is.EqualTo(model));
    }

    [Test]
    public void Commands_that_have_nothing_to_share_do_not_care()
    {
        string[] predict = ["predict", Samples.IrisModel, Samples.Iris];
        Run launched = Launched(predict, ("PMI_RANK", "1"), ("PMI_SIZE", "2")).Good();
        Assert.That(launched.Output, Is.EqualTo(Tinynn(predict).Good().Output));
    }

    private Run Launched(string[] arguments, params (string Name, string Value)[] environment) =>
        Tests.Tinynn.In(Place, arguments, "", environment);
}
