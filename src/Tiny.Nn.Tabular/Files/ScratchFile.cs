using Microsoft.Win32.SafeHandles;

namespace Tiny.Nn.Tabular.Files;

/// <summary>A file for what does not fit into memory: bytes are added at its end and read from any place. It is gone with the process, however that ends.</summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly string directory;
    private readonly SafeFileHandle handle;
    private long length;

    /// <param name="directory">Where it is to be.</param>
    /// <exception cref="OutputException">It cannot be there.</exception>
    internal ScratchFile(string directory)
    {
        this.directory = directory;
        string path = Path.Combine(directory, Leftovers.NewName());
        handle = Try(() =>
        {
            Leftovers.Delete(directory);
            return File.OpenHandle(
                path,
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.Delete,
                FileOptions.DeleteOnClose
            );
        });
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name: what is killed leaves nothing.
            File.Delete(path);
        }
    }

    /// <summary>Adds bytes at the end.</summary>
    /// <returns>Where they begin.</returns>
    /// <exception cref="OutputException">The disk is full, or fails.</exception>
    internal long Append(ReadOnlySpan<byte> bytes)
    {
        long start = length;
        try
        {
            RandomAccess.Write(handle, bytes, start);
        }
        catch (Exception cause)
            when (cause is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is what .NET makes of a file that is longer than its system allows.
            throw Unwritable(cause);
        }
        length += bytes.Length;
        return start;
    }

    /// <summary>Reads bytes that were added.</summary>
    /// <param name="start">Where they begin.</param>
    /// <param name="bytes">Receives them.</param>
    /// <exception cref="IOException">The disk fails.</exception>
    internal void Read(long start, Span<byte> bytes) => Reading.Exactly(handle, start, bytes);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private SafeFileHandle Try(Func<SafeFileHandle> open)
    {
        try
        {
            return open();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(cause);
        }
    }

    private OutputException Unwritable(Exception cause) =>
        new(
            $"No data can be put there: {cause.Message.TrimEnd('.')}.",
            directory,
            "Free some of the disk, or name another directory.",
            cause
        );
}
