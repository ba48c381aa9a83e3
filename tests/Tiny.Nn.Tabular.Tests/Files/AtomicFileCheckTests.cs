using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture]
public sealed class AtomicFileCheckTests
{
    private string directory = "";

    private string Target => Path.Combine(directory, "a.model");

    [SetUp]
    public void Make_a_directory() => directory = Directory.CreateTempSubdirectory("tinynn-tests-").FullName;

    [TearDown]
    public void Remove_the_directory() => Directory.Delete(directory, recursive: true);

    [Test]
    public void A_check_leaves_nothing_behind()
    {
        AtomicFile.CheckCreate(Target);
        AtomicFile.CheckReplace(Target);
        Assert.That(Directory.GetFileSystemEntries(directory), Is.Empty);
    }

    [Test]
    public void A_file_that_is_there_may_be_replaced_but_not_created()
    {
        File.WriteAllText(Target, "old");
        Assert.That(
            () => AtomicFile.CheckCreate(Target),
            Throws.TypeOf<OutputException>().With.Property(nameof(OutputException.Fault)).EqualTo(OutputFault.Exists)
        );
        Assert.That(() => AtomicFile.CheckReplace(Target), Throws.Nothing);
        Assert.That(File.ReadAllText(Target), Is.EqualTo("old"));
    }

    [Test]
    public void A_directory_and_a_file_in_no_directory_are_refused()
    {
        Assert.That(
            () => AtomicFile.CheckReplace(directory),
            Throws
                .TypeOf<OutputException>()
                .With.Property(nameof(OutputException.Fault))
                .EqualTo(OutputFault.Unwritable)
        );
        Assert.That(
            () => AtomicFile.CheckReplace(Path.Combine(directory, "none", "a.model")),
            Throws.TypeOf<OutputException>()
        );
    }
}
