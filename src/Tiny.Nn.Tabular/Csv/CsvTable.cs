using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Reads tables from CSV files.</summary>
/// <remarks>
/// The first line names the columns, unless <see cref="CsvOptions"/> say otherwise. The delimiter — comma, semicolon, tab or bar — is the
/// one that makes the most records of the first block alike. Fields may be quoted (RFC 4180); lines end with LF or CRLF, the last one
/// with or without; a byte-order mark is read over, as are blank lines; names, numbers and texts are trimmed. Numbers are finite, with a
/// decimal point (<c>1.5</c>, <c>-2e-3</c>), whatever the culture, and become the very bits that <c>double.Parse</c> gives; with a unit, signs
/// or separated thousands (<c>45%</c>, <c>$1,234.50</c>) they are read where a whole column leaves no doubt. Whatever is left out or looks odd is among the <see cref="Table.Findings"/>; whatever cannot be used is a
/// <see cref="DataException"/>.
/// </remarks>
public static class CsvTable
{
    /// <summary>Reads a file: one column is the target, all others are features, whose kinds are inferred from their cells.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The target's name; or its number from 1 on, where no column's name is a number.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table Read(string path, string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Read(path, new CsvOptions { Target = target });
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What its columns are for, and how they are written.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table Read(string path, CsvOptions options)
    {
        using FileStream file = DataFile.Open(path);
        return Read(file, path, options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The text; it stays open. One that cannot seek is kept in memory until it has been read.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="options">What its columns are for, and how they are written.</param>
    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    public static Table Read(Stream stream, string source, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return new TableReader(source, options, Suspicion.Refuse).Read(stream);
    }

    /// <summary>Reads a file for a model: its features, wherever they stand in the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The model's features, in its order. A text that is none of a category's levels is coded −1.</param>
    /// <param name="target">The target's name; null to read none. It may be missing in the file.</param>
    /// <param name="options">How cells are written; the roles of columns in it are ignored.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table Read(string path, IReadOnlyList<Feature> schema, string? target, CsvOptions? options = null)
    {
        using FileStream file = DataFile.Open(path);
        return Read(file, path, schema, target, options);
    }

    /// <summary>Reads a stream for a model: its features, wherever they stand in the stream.</summary>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="schema">The model's features, in its order. A text that is none of a category's levels is coded −1.</param>
    /// <param name="target">The target's name; null to read none. It may be missing in the stream.</param>
    /// <param name="options">How cells are written; the roles of columns in it are ignored.</param>
    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    public static Table Read(
        Stream stream,
        string source,
        IReadOnlyList<Feature> schema,
        string? target,
        CsvOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        CsvOptions known = (options ?? new CsvOptions()) with { Target = target };
        using CsvRecords records = known.Open(stream, source);
        return new SchemaReader(records, schema, known).ReadTable();
    }

    /// <summary>Opens a file to be read for a model some rows at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The model's features, in its order. A text that is none of a category's levels is coded −1.</param>
    /// <param name="options">How cells are written, and which columns are ids; the rest of it is ignored.</param>
    /// <param name="capacity">The most rows of a portion.</param>
    /// <exception cref="DataException">The file cannot be read, or lacks a feature or an id.</exception>
    internal static TablePortions ReadPortions(
        string path,
        IReadOnlyList<Feature> schema,
        CsvOptions options,
        int capacity
    ) => ReadPortions(DataFile.Open(path), path, schema, options, capacity);

    /// <summary>Begins to read a stream for a model some rows at a time.</summary>
    /// <param name="stream">The text. It is closed with what reads it.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="schema">The model's features, in its order. A text that is none of a category's levels is coded −1.</param>
    /// <param name="options">How cells are written, and which columns are ids; the rest of it is ignored.</param>
    /// <param name="capacity">The most rows of a portion.</param>
    /// <exception cref="DataException">The stream cannot be read, or lacks a feature or an id.</exception>
    internal static TablePortions ReadPortions(
        Stream stream,
        string source,
        IReadOnlyList<Feature> schema,
        CsvOptions options,
        int capacity
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        try
        {
            CsvOptions known = options with { Target = null };
            return new TablePortions(stream, known.Open(stream, source), schema, known, capacity);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The names of a file's columns.</summary>
    /// <exception cref="DataException">The file cannot be read, or has no proper header.</exception>
    internal static IReadOnlyList<string> ReadHeader(string path, CsvOptions? options = null)
    {
        using FileStream file = DataFile.Open(path);
        return ReadHeader(file, path, options);
    }

    /// <summary>The names of a stream's columns. More of the stream may have been read than its header.</summary>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="options">The delimiter, and whether there is a header.</param>
    /// <exception cref="DataException">The stream cannot be read, or has no proper header.</exception>
    internal static IReadOnlyList<string> ReadHeader(Stream stream, string source, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new CsvOptions();
        using CsvRecords records = options.Open(stream, source);
        return records.Names;
    }
}
