using System.Security.Cryptography;
using System.Text;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>
/// A directory for tables that are larger than memory. The cells of a table that is read here are in a file and not in memory, and so are the inputs that training makes of them: what
/// it takes in memory is a few bytes for each row. A network trained on it has the bytes of one that is trained on the table in memory.
/// </summary>
/// <remarks>
/// The cells are gone with this object. The inputs stay, in a file that is named by data and encoding, and are used again: <see cref="Discard"/> removes them. Both are written as a whole, or not at all,
/// and checked when they are used. Not for several threads.
/// </remarks>
public sealed class TableCache : IDisposable
{
    private readonly string directory;
    private readonly ScratchFile scratch;
    private readonly List<TableHome> homes = [];

    /// <summary>A cache in a directory, which is made if it is not there.</summary>
    /// <param name="directory">The directory.</param>
    /// <exception cref="OutputException">Nothing can be written there.</exception>
    public TableCache(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        this.directory = directory;
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(
                $"The directory cannot be made: {cause.Message.TrimEnd('.')}.",
                directory,
                "Name another directory.",
                cause
            );
        }
        scratch = new ScratchFile(directory);
    }

    /// <summary>The files that are kept, with their bytes, and whether they were there before.</summary>
    internal IEnumerable<(string Path, long Bytes, bool IsFound)> Used => homes.SelectMany(home => home.Used);

    /// <summary>Reads a file. It is read more than once, so it cannot be a pipe.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What its columns are for, and how they are written.</param>
    /// <exception cref="DataException">The file cannot be read, does not hold such a table, or changes while it is read.</exception>
    /// <exception cref="OutputException">The directory cannot be written to, or its disk is full.</exception>
    public Table Read(string path, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using FileStream file = DataFile.Open(path);
        if (!file.CanSeek)
        {
            throw new DataException(
                "A pipe cannot be read twice, and a table larger than memory is.",
                path,
                "Write the data into a file first."
            );
        }
        (long, DateTime) before = Stamp(file, path);
        byte[] identity = Identify(file, path, options);
        file.Position = 0;
        Table table = CsvTable.Read(file, path, options with { Scratch = scratch });
        if (Stamp(file, path) != before)
        {
            throw new DataException(
                "The file changed while it was read.",
                path,
                "Wait until it is complete, and try again."
            );
        }
        TableHome home = new(directory, identity);
        homes.Add(home);
        table.Home = home;
        TableMemory.Tidy(table);
        return table;
    }

    /// <summary>Removes the files that were made, or used again. Models that were trained stay what they are; no other can be trained on these tables.</summary>
    /// <exception cref="IOException">One of them cannot be deleted.</exception>
    public void Discard() => homes.ForEach(home => home.Discard());

    /// <summary>Where it is.</summary>
    public override string ToString() => $"tables in {directory}";

    /// <inheritdoc/>
    public void Dispose()
    {
        homes.ForEach(home => home.Dispose());
        scratch.Dispose();
    }

    private static (long Length, DateTime Written) Stamp(FileStream file, string path) =>
        (file.Length, File.GetLastWriteTimeUtc(path));

    /// <summary>SHA-256 of the bytes of the file, and of all that says how they are read.</summary>
    private static byte[] Identify(FileStream file, string path, CsvOptions options)
    {
        try
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(SHA256.HashData(file));
            IEnumerable<string> told =
            [
                $"{options.Delimiter}|{options.Encoding}|{options.HasHeader}|{options.DecimalComma}|{options.Thousands}",
                $"{options.DateFormat}|{options.ShortRows}|{options.Target}|{options.Features is null}",
                NameList.Write([.. options.Missing]),
                NameList.Write([.. options.Features ?? []]),
                NameList.Write([.. options.Ignore]),
                NameList.Write([.. options.Ids]),
                NameList.Write([.. options.Extra]),
                NameList.Write([.. options.Numeric]),
                NameList.Write([.. options.Categorical]),
                NameList.Write([.. options.Dates]),
                NameList.Write([.. options.Texts]),
            ];
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', told)));
            return hash.GetHashAndReset();
        }
        catch (IOException fault)
        {
            throw DataFile.Unreadable(path, fault);
        }
    }
}
