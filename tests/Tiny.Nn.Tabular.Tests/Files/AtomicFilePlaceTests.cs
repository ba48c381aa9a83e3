using System.Diagnostics;
using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

/// <summary>Where a file may be written and where not.</summary>
[TestFixture]
public sealed class AtomicFilePlaceTests
{
    private string directory = "";

    private string Target => Path.Combine(directory, "a.model");

    [SetUp]
    public void Make_a_directory() => directory = Directory.CreateTempSubdirectory("tinynn-tests-").FullName;

    [TearDown]
    public void Remove_the_directory() => Directory.Delete(directory, recursive: true);

    [Test]
    public void A_place_that_cannot_be_written_is_told()
    {
        Refused(() => AtomicFile.Replace(directory, Text("")), "directory");
        Refused(() => AtomicFile.Create(directory, Text("")), "directory");
        Refused(() => AtomicFile.Create(Path.Combine(directory, "new/"), Text("")), "directory");
        Refused(() => AtomicFile.Create(Path.Combine(directory, "no", "a.model"), Text("")), "not there");
        Refused(() => AtomicFile.Create("", Text("")), "not the name");
        Refused(() => AtomicFile.Create("a\0b", Text("")), "not the name");
        Refused(() => AtomicFile.Create(Path.Combine(directory, new string('x', 300)), Text("")), "not be written");
        File.WriteAllText(Target, "old");
        Refused(() => AtomicFile.Create(Path.Combine(Target, "b"), Text("")), "not there");
        Unchanged("old");
    }

    [Test]
    [Platform("Unix", Reason = "Links need a privilege on Windows.")]
    public void Through_a_link_the_file_it_points_to_is_written()
    {
        string link = Path.Combine(directory, "link");
        File.WriteAllText(Target, "old");
        File.CreateSymbolicLink(link, "a.model");
        AtomicFile.Replace(link, Text("new"));
        Assert.That(File.ReadAllText(Target), Is.EqualTo("new"));
        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("a.model"));
        Refused(() => AtomicFile.Create(link, Text("newer")), "already there");

        File.Delete(Target);
        AtomicFile.Create(link, Text("newer"));
        Assert.That(File.ReadAllText(Target), Is.EqualTo("newer"));

        string circle = Path.Combine(directory, "circle");
        File.CreateSymbolicLink(circle, "circle");
        Assert.That(() => AtomicFile.Replace(circle, Text("")), Throws.TypeOf<OutputException>());
        string toDirectory = Path.Combine(directory, "directory");
        File.CreateSymbolicLink(toDirectory, directory);
        Refused(() => AtomicFile.Replace(toDirectory, Text("")), "directory");
    }

    [Test]
    [Platform("Unix", Reason = "Windows has no such permissions.")]
    public void The_permissions_of_a_replaced_file_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, mode);
        AtomicFile.Replace(Target, Text("new"));
        Assert.That(File.GetUnixFileMode(Target), Is.EqualTo(mode));
    }

    [Test]
    [Platform("Unix", Reason = "Windows has no such files.")]
    public void A_device_or_a_pipe_is_not_replaced()
    {
        // As root a failing check would cost the machine its device: so it is asked for the check alone.
        Refused(() => OutputTarget.RequireReplaceable("/dev/null", "/dev/null"), "device");
        using (Process make = Process.Start("mkfifo", Target))
        {
            make.WaitForExit();
        }
        Refused(() => AtomicFile.Replace(Target, _ => Assert.Fail("It should not be asked.")), "pipe");
        Assert.That(File.Exists(Target));
    }

    private static void Refused(Action write, string what) =>
        Assert.That(
            write,
            Throws
                .TypeOf<OutputException>()
                .With.Property("What")
                .Contains(what)
                .And.Property("Advice")
                .Not.Empty.And.Property("Where")
                .Not.Empty
        );

    private void Unchanged(string content)
    {
        Assert.That(File.ReadAllText(Target), Is.EqualTo(content));
        Assert.That(Directory.GetFileSystemEntries(directory), Has.Length.EqualTo(1));
    }

    private static Action<Stream> Text(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
