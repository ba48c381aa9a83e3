using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>Where that is kept which is made of a table larger than memory: files in a directory, each named by the identity of what it was made of, so that the next run finds them.</summary>
internal sealed class TableHome : IDisposable
{
    private readonly string directory;
    private readonly byte[] identity;
    private readonly Dictionary<string, RowFile> files = [];

    /// <param name="directory">Where the files are.</param>
    /// <param name="identity">What tells the table from any other.</param>
    internal TableHome(string directory, byte[] identity)
    {
        this.directory = directory;
        this.identity = identity;
    }

    /// <summary>What tells the table from any other.</summary>
    internal ReadOnlySpan<byte> Identity => identity;

    /// <summary>The files that were used, and whether each was there before.</summary>
    internal List<(string Path, long Bytes, bool IsFound)> Used { get; } = [];

    /// <summary>Rows of bytes: those of an earlier run, or new ones where there are none, or damaged ones.</summary>
    /// <param name="own">What tells these rows from others of any table: SHA-256.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="width">How many bytes each has.</param>
    /// <param name="make">Makes them, portion by portion.</param>
    /// <exception cref="OutputException">They could not be written.</exception>
    internal RowFile Rows(byte[] own, int rows, int width, Func<IEnumerable<ReadOnlyMemory<byte>>> make)
    {
        string path = Path.Combine(directory, $"{Convert.ToHexStringLower(own.AsSpan(0, 16))}.rows");
        if (files.TryGetValue(path, out RowFile? open))
        {
            return open;
        }
        RowFile? found = RowFile.Open(path, own, rows, width);
        Used.Add((path, (long)rows * width, found is not null));
        if (found is null)
        {
            RowFile.Write(path, own, rows, width, make());
            found =
                RowFile.Open(path, own, rows, width)
                ?? throw new OutputException(
                    "The file does not hold what was written.",
                    path,
                    "Check the disk, or name another directory."
                );
        }
        files.Add(path, found);
        return found;
    }

    /// <summary>Deletes the files that were used.</summary>
    internal void Discard()
    {
        Dispose();
        foreach ((string path, _, _) in Used)
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (RowFile file in files.Values)
        {
            file.Dispose();
        }
        files.Clear();
    }
}
