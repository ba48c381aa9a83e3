using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class StreamTests : CommandTests
{
    private static readonly string[] Flags = ["--hidden", "6", "--epochs", "4"];

    [TestCase("iris", "species")]
    [TestCase("pima", "diabetes")]
    [TestCase("house_votes", "party")]
    [TestCase("diabetes", "progression")]
    public void The_model_and_its_report_are_those_of_rows_in_memory(string name, string target)
    {
        string data = Samples.Data($"{name}.csv");
        Run memory = Asked(["train", data, "--target", target, "-o", "memory.tnn", .. Flags]).Good();
        string[] streamed = ["train", data, "--target", target, "--stream", "--cache-dir", "cache", .. Flags];
        Run first = Tinynn([.. streamed, "-o", "first.tnn"]).Good();
        Run second = Tinynn([.. streamed, "-o", "second.tnn"]).Good();
        Assert.That(first.Error, Does.Contain("made now"));
        Assert.That(second.Error, Does.Contain("as an earlier training left it"));
        byte[] model = File.ReadAllBytes(Place.Path("memory.tnn"));
        Assert.That(File.ReadAllBytes(Place.Path("first.tnn")), Is.EqualTo(model));
        Assert.That(File.ReadAllBytes(Place.Path("second.tnn")), Is.EqualTo(model));
        Assert.That(first.Output, Is.EqualTo(memory.Output));
        Assert.That(Directory.GetFiles(Place.Path("cache")).Single(), Does.EndWith(".rows"));
    }

    [Test, Platform(Exclude = "Win")]
    public void It_goes_on_from_a_checkpoint()
    {
        string[] training = ["train", Samples.Digits, "--target", "digit", "--hidden", "64", "--epochs", "60"];
        string[] streamed = [.. training, "--stream", "--cache-dir", "cache", "-o", "parts.tnn", "--force"];
        using (Background run = new(Place, [.. streamed, "--checkpoint", "run.ckpt"]))
        {
            run.ReadUntil("epoch 1/");
            run.Interrupt();
            run.WaitForExit();
            Assert.That(run.ExitCode, Is.EqualTo(130), run.Error);
        }
        Tinynn([.. streamed, "--resume", "run.ckpt"]).Good();
        Tinynn([.. training, "-o", "whole.tnn"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("parts.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("whole.tnn"))));
    }

    [Test]
    public void One_network_is_trained_where_nobody_describes_one()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--stream", "--cache-dir", "c", "--epochs", "2");
        Assert.That(run.Good().Error, Does.Contain("4-32-3 relu"));
    }

    [Test]
    public void A_damaged_file_is_made_anew_and_a_discarded_one_is_gone()
    {
        string[] train =
        [
            "train",
            Samples.Iris,
            "--target",
            "species",
            "--stream",
            "--cache-dir",
            "c",
            "--force",
            .. Flags,
        ];
        Asked(train).Good();
        string file = Directory.GetFiles(Place.Path("c")).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[500] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.That(Asked([.. train, "--discard-cache"]).Good().Error, Does.Contain("made now"));
        Assert.That(Directory.GetFiles(Place.Path("c")), Is.Empty);
    }

    [Test]
    public void A_dry_run_keeps_nothing()
    {
        Asked("train", Samples.Iris, "--target", "species", "--stream", "--cache-dir", "c", "--dry-run").Good();
        Assert.That(Directory.GetFiles(Place.Path("c")), Is.Empty);
    }

    [TestCase("--cv", "5", "it needs all rows in memory")]
    [TestCase("--diagnose", null, "it needs all rows in memory")]
    [TestCase("--effort", "normal", "the size of the table decides")]
    [TestCase("--start", "data", "it needs all rows in memory")]
    public void What_needs_all_rows_in_memory_is_refused(string flag, string? value, string reason)
    {
        string[] more = value is null ? [flag] : [flag, value];
        Run run = Asked(["train", Samples.Iris, "--target", "species", "--stream", "--cache-dir", "c", .. more]);
        Assert.That(run.Failed(2, flag).Error, Does.Contain(reason));
    }

    [Test]
    public void Stdin_cannot_be_read_twice()
    {
        Run run = Asked("train", "-", "--target", "species", "--stream", "--cache-dir", "c").Failed(2, "--stream");
        Assert.That(run.Error, Does.Contain("cannot be read twice").And.Contain("Write them into a file first"));
    }

    [TestCase("--cache-dir", "c")]
    [TestCase("--discard-cache", null)]
    public void A_flag_about_the_cache_wants_one(string flag, string? value)
    {
        string[] more = value is null ? [flag] : [flag, value];
        Run run = Asked(["train", Samples.Iris, "--target", "species", .. more]).Failed(2, flag);
        Assert.That(run.Error, Does.Contain("Give --stream as well"));
    }

    [Test]
    public void A_directory_that_cannot_be_made_is_told()
    {
        Place.Write("file", "");
        Run run = Asked("train", Samples.Iris, "--target", "species", "--stream", "--cache-dir", "file/c");
        Assert.That(run.Failed(2, "file/c").Error, Does.Contain("The directory cannot be made"));
    }

    [Test]
    public void A_full_disk_is_told_and_leaves_nothing()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Where a shell can limit the size of files.");
        }
        using Process process = Tests.Tinynn.Start(
            Place,
            ["bash", "-c", "trap '' XFSZ; ulimit -f 3; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", "limited"],
            ["train", Samples.Digits, "--target", "digit", "--stream", "--cache-dir", "c", .. Flags]
        );
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain("error: No data can be put there").And.Contain("try: Free some of the disk"));
        Assert.That(Directory.GetFiles(Place.Path("c")), Is.Empty);
    }
}
