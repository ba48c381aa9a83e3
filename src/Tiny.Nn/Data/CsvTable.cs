using System.Numerics;

namespace Tiny.Nn.Data;

/// <summary>Reads tables from CSV files.</summary>
/// <remarks>
/// The first line names the columns. The delimiter — comma, semicolon, tab or bar — is the one the header has most of.
/// Fields may be quoted (RFC 4180); lines end with LF or CRLF, the last one with or without; a byte-order mark is read over, as are
/// blank lines; names, numbers and texts are trimmed. Numbers are plain and finite, with a decimal point (<c>1.5</c>, <c>-2e-3</c>),
/// whatever the culture, and become the very bits that <c>float.Parse</c> or <c>double.Parse</c> gives.
/// Nothing is filled in or dropped: whatever does not fit is a <see cref="DataException"/>.
/// </remarks>
public static class CsvTable
{
    /// <summary>Reads a file: one column is the target, all others are features.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The target's name; or its number from 1 on, where no column's name is a number.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table<T> Read<T>(string path, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream file = Open(path);
        return Read<T>(file, path, target);
    }

    /// <summary>Reads a stream: one column is the target, all others are features.</summary>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="target">The target's name; or its number from 1 on, where no column's name is a number.</param>
    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    public static Table<T> Read<T>(Stream stream, string source, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(target);
        using CsvRecords records = new(stream, source);
        return TableReader.Read<T>(records, ColumnChoice.AllFor(target, records.Names, source), source);
    }

    /// <summary>Reads certain columns of a file, wherever they stand in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="features">The features' names in the order wanted; or numbers from 1 on, where no column's name is a number.</param>
    /// <param name="target">The target's name, likewise; null where none is wanted. It may be missing in the file.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table<T> Read<T>(string path, IReadOnlyList<string> features, string? target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream file = Open(path);
        return Read<T>(file, path, features, target);
    }

    /// <summary>Reads certain columns of a stream, wherever they stand in it.</summary>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="features">The features' names in the order wanted; or numbers from 1 on, where no column's name is a number.</param>
    /// <param name="target">The target's name, likewise; null where none is wanted. It may be missing in the stream.</param>
    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    public static Table<T> Read<T>(Stream stream, string source, IReadOnlyList<string> features, string? target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(features);
        using CsvRecords records = new(stream, source);
        return TableReader.Read<T>(records, ColumnChoice.Named(features, target, records.Names, source), source);
    }

    /// <summary>The names of a file's columns.</summary>
    /// <exception cref="DataException">The file cannot be read, or has no proper header.</exception>
    public static IReadOnlyList<string> ReadHeader(string path)
    {
        using FileStream file = Open(path);
        using CsvRecords records = new(file, path);
        return records.Names;
    }

    /// <summary>The names of a stream's columns. More of the stream may have been read than its header.</summary>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="DataException">The stream cannot be read, or has no proper header.</exception>
    public static IReadOnlyList<string> ReadHeader(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using CsvRecords records = new(stream, source);
        return records.Names;
    }

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new DataException("A file is needed, and this is a directory.", path, "Name a CSV file in it.");
        }
        try
        {
            // The reader has a buffer of its own.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException("There is no such file.", path, "Check the path and the name.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new DataException("The file may not be read.", path, "Ask for permission to read it.", fault);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw CsvRecords.Unreadable(path, fault);
        }
    }
}
