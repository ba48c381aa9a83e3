using System.Collections.Concurrent;

namespace Tiny.Nn.Tabular.Files;

/// <summary>A file under a name of its own. It is deleted when disposed of, unless it was moved.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private static readonly ConcurrentDictionary<string, TemporaryFile> Unfinished = new();

    // The name is short, whatever the target's, and different for everyone who writes at the same time.
    private readonly string path;

    internal TemporaryFile(string directory)
    {
        path = Path.Combine(directory, Leftovers.NewName());
        Unfinished[path] = this;
    }

    /// <summary>Deletes those of this process that are not finished: it is about to end.</summary>
    internal static void DeleteAll()
    {
        foreach (TemporaryFile file in Unfinished.Values)
        {
            file.Dispose();
        }
    }

    internal void Fill(Action<Stream> write)
    {
        using (FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            write(stream);
        }
        // Opened again, because a writer may well have closed the stream it was given.
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        RandomAccess.FlushToDisk(handle);
    }

    /// <exception cref="IOException">There is such a file.</exception>
    internal void MoveToNew(string target) => File.Move(path, target, overwrite: false);

    internal void MoveOver(string target)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(target));
        }
        File.Move(path, target, overwrite: true);
    }

    public void Dispose()
    {
        Unfinished.TryRemove(path, out _);
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Of the two errors the one that stopped the writing is the one to tell.
        }
    }
}
