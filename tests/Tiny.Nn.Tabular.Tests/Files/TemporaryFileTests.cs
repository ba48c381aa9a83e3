using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

internal sealed class TemporaryFileTests
{
    [Test]
    public void A_file_that_cannot_be_deleted_is_no_second_error()
    {
        string directory = Directory.CreateTempSubdirectory("tinynn-tests-").FullName;
        TemporaryFile temporary = new(directory);
        temporary.Fill(stream => stream.WriteByte(1));
        Directory.Delete(directory, recursive: true);

        Assert.That(temporary.Dispose, Throws.Nothing);
    }

    [Test]
    public void A_file_that_was_not_moved_is_deleted()
    {
        string directory = Directory.CreateTempSubdirectory("tinynn-tests-").FullName;
        try
        {
            using (TemporaryFile temporary = new(directory))
            {
                temporary.Fill(stream => stream.WriteByte(1));
                Assert.That(Directory.GetFileSystemEntries(directory), Has.Length.EqualTo(1));
            }
            Assert.That(Directory.GetFileSystemEntries(directory), Is.Empty);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
