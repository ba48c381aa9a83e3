namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class ReproducibilityTests : CommandTests
{
    [TestCase("DOTNET_TieredCompilation", "0")]
    [TestCase("DOTNET_EnableHWIntrinsic", "0")]
    [TestCase("DOTNET_EnableAVX", "0")]
    [TestCase("DOTNET_EnableAVX2", "0")]
    [TestCase("DOTNET_EnableAVX512", "0")]
    public void The_same_seed_gives_the_same_bytes_on_any_processor(string setting, string value)
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--epochs", "3", "--dropout", "0.1", "-o"];
        Tests.Tinynn.In(Place, [.. arguments, "a.tnn"], "").Good();
        Tests.Tinynn.In(Place, [.. arguments, "b.tnn"], "", (setting, value)).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [TestCase("2", "1")]
    [TestCase("5", "1")]
    [TestCase("3", "8")]
    public void Any_number_of_threads_gives_the_same_bytes(string threads, string shards)
    {
        string settings = $"--target digit --hidden 300 --batch-size 256 --epochs 2 --dropout 0.1 --shards {shards}";
        string[] arguments = ["train", Samples.Digits, .. settings.Split(' '), "--threads"];
        Tinynn([.. arguments, "1", "-o", "a.tnn"]).Good();
        Tinynn([.. arguments, threads, "-o", "b.tnn"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [TestCase("--shards 64", "too few for 64 shards")]
    [TestCase("--shards 2 --normalization batch", "Batch normalization")]
    public void Shards_that_cannot_be_are_refused(string flags, string reason)
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", .. flags.Split(' ')];
        Assert.That(Tinynn(arguments).Failed(3, "shards").Error, Does.Contain(reason));
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void Another_seed_gives_another_model()
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--epochs", "3", "-o"];
        Tinynn([.. arguments, "a.tnn", "--seed", "1"]).Good();
        Tinynn([.. arguments, "b.tnn", "--seed", "2"]).Good();
        Assert.That(
            Tinynn("predict", "a.tnn", Samples.Iris).Output,
            Is.Not.EqualTo(Tinynn("predict", "b.tnn", Samples.Iris).Output)
        );
    }

    [Test]
    public void The_language_of_the_machine_does_not_matter()
    {
        Run here = Tinynn("predict", Samples.DiabetesModel, Samples.Diabetes);
        Run there = Tests.Tinynn.In(
            Place,
            ["predict", Samples.DiabetesModel, Samples.Diabetes],
            "",
            ("LANG", "de_DE.UTF-8"),
            ("LC_ALL", "de_DE.UTF-8")
        );
        Assert.That(there.Good().Output, Is.EqualTo(here.Good().Output));
    }
}
