namespace Tiny.Nn.Cli.Tests.Publishing;

/// <summary>The command that <c>dotnet publish</c> made, beside the built one.</summary>
internal sealed class PublishedCommandTests : CommandTests
{
    [SetUp]
    public void Find_it() => TestedCommand.RequirePublished();

    [Test]
    public void It_writes_the_bytes_that_the_built_one_writes()
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--epochs", "20", "--dropout", "0.1", "-o"];
        Run built = Built([.. arguments, "a.tnn"]).Good();
        Run published = Tinynn([.. arguments, "b.tnn"]).Good();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(published.Output, Is.EqualTo(built.Output));
            Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
        }
    }

    [TestCase("predict")]
    [TestCase("evaluate")]
    public void It_says_of_a_model_what_the_built_one_says(string command) =>
        Assert.That(
            Tinynn(command, Samples.IrisModel, Samples.Iris).Good().Output,
            Is.EqualTo(Built(command, Samples.IrisModel, Samples.Iris).Good().Output)
        );

    [TestCase("--version")]
    [TestCase("--help")]
    [TestCase("train", "--help")]
    public void It_presents_itself_as_the_built_one_does(params string[] arguments) =>
        Assert.That(Tinynn(arguments).Good().Output, Is.EqualTo(Built(arguments).Good().Output));

    private Run Built(params string[] arguments) => Tests.Tinynn.From(TestedCommand.Built, Place, arguments);
}
