using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture]
public sealed class AtomicFileTests
{
    private string directory = "";

    private string Target => Path.Combine(directory, "a.model");

    [SetUp]
    public void Make_a_directory() => directory = Directory.CreateTempSubdirectory("tinynn-tests-").FullName;

    [TearDown]
    public void Remove_the_directory() => Directory.Delete(directory, recursive: true);

    [Test]
    public void Create_writes_a_new_file()
    {
        AtomicFile.Create(Target, Text("new"));
        Assert.That(File.ReadAllText(Target), Is.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(directory), Has.Length.EqualTo(1));
    }

    [Test]
    public void Create_does_not_overwrite_and_does_no_work()
    {
        File.WriteAllText(Target, "old");
        Refused(() => AtomicFile.Create(Target, _ => Assert.Fail("It should not be asked.")), "already there");
        Assert.That(File.ReadAllText(Target), Is.EqualTo("old"));
    }

    [Test]
    public void Create_does_not_overwrite_a_file_that_came_meanwhile()
    {
        Assert.That(
            () => AtomicFile.Create(Target, _ => File.WriteAllText(Target, "other")),
            Throws.TypeOf<OutputException>()
        );
        Unchanged("other");
    }

    [Test]
    public void Replace_overwrites()
    {
        File.WriteAllText(Target, "old and longer");
        AtomicFile.Replace(Target, Text("new"));
        Unchanged("new");
    }

    [Test]
    public void Replace_writes_a_new_file_too()
    {
        AtomicFile.Replace(Target, Text("new"));
        Unchanged("new");
    }

    [Test]
    public void Replace_overwrites_an_empty_file()
    {
        File.WriteAllText(Target, "");
        AtomicFile.Replace(Target, Text("new"));
        Unchanged("new");
    }

    [Test]
    public void A_relative_path_is_taken_from_the_current_directory()
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, Target);
        AtomicFile.Create(relative, Text("new"));
        Unchanged("new");
    }

    [Test]
    public void A_writer_that_fails_leaves_the_old_content_and_nothing_else()
    {
        File.WriteAllText(Target, "old");
        Assert.That(
            () => AtomicFile.Replace(Target, Failing(new FormatException("no"))),
            Throws.TypeOf<FormatException>()
        );
        Unchanged("old");
        Refused(() => AtomicFile.Replace(Target, Failing(new IOException("Disk full."))), "Disk full.");
        Unchanged("old");
        File.Delete(Target);
        Assert.That(
            () => AtomicFile.Create(Target, Failing(new OperationCanceledException())),
            Throws.TypeOf<OperationCanceledException>()
        );
        Assert.That(Directory.GetFileSystemEntries(directory), Is.Empty);
    }

    [Test]
    public void Until_it_is_whole_the_new_content_is_not_to_be_seen()
    {
        File.WriteAllText(Target, "old");
        AtomicFile.Replace(
            Target,
            stream =>
            {
                stream.Write("ne"u8);
                stream.Flush();
                Assert.That(File.ReadAllText(Target), Is.EqualTo("old"));
                stream.Write("w"u8);
            }
        );
        Unchanged("new");
    }

    [Test]
    public void A_writer_may_close_the_stream()
    {
        AtomicFile.Create(
            Target,
            stream =>
            {
                using StreamWriter writer = new(stream);
                writer.Write("new");
            }
        );
        Unchanged("new");
    }

    [Test]
    public void Readers_always_see_a_whole_file()
    {
        byte[] Content(int i) => [.. Enumerable.Repeat((byte)i, 100_000 + i)];
        AtomicFile.Create(Target, stream => stream.Write(Content(0)));
        using CancellationTokenSource done = new();
        int reads = 0;
        Task reader = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                using FileStream file = new(
                    Target,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete
                );
                using MemoryStream copy = new();
                file.CopyTo(copy);
                byte[] seen = copy.ToArray();
                Assert.That(seen.AsSpan().SequenceEqual(Content(seen[0])));
                Interlocked.Increment(ref reads);
            }
        });
        for (int i = 1; i <= 100 || Volatile.Read(ref reads) < 20; i++)
        {
            int content = i % 250;
            AtomicFile.Replace(Target, stream => stream.Write(Content(content)));
            Assert.That(reader.IsFaulted, Is.False);
        }
        done.Cancel();
        Assert.That(() => reader, Throws.Nothing);
    }

    [Test]
    public void Of_many_who_create_one_file_some_succeed_and_it_is_whole()
    {
        int succeeded = 0;
        Parallel.For(
            0,
            16,
            i =>
            {
                try
                {
                    AtomicFile.Create(Target, Text($"{i}"));
                    Interlocked.Increment(ref succeeded);
                }
                catch (OutputException) { }
            }
        );
        Assert.That(succeeded, Is.Positive);
        Assert.That(int.Parse(File.ReadAllText(Target), CultureInfo.InvariantCulture), Is.InRange(0, 15));
        Assert.That(Directory.GetFileSystemEntries(directory), Has.Length.EqualTo(1));
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

    private static Action<Stream> Failing(Exception error) =>
        stream =>
        {
            stream.Write("half"u8);
            throw error;
        };
}
