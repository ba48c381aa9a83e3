using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Parquet;

/// <summary>Reads tables from files of Parquet.</summary>
/// <remarks>
/// A column is what it would be in a CSV file of the same cells, with one exception: dates, timestamps and times of day are dates without being declared. A null is a missing cell,
/// and so are NaN, an empty text and a text that the options take for missing. A nested column is an error, unless it is left out. Messages count rows from 1 on, and call them lines.
/// A file that is no Parquet is read as <see cref="CsvTable"/> reads it. One row group is in memory at a time beside the table.
/// </remarks>
public static class ParquetTable
{
    /// <summary>Reads a file: one column is the target, all others are features.</summary>
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
    /// <param name="options">What its columns are for. What they say of the writing of a text is for texts in it.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table Read(string path, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CsvTable.Read(path, With(options));
    }

    /// <summary>Reads a file for a model: its features, wherever they stand in the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="schema">The model's features, in its order. A text that is none of a category's levels is coded −1.</param>
    /// <param name="target">The target's name; null to read none. It may be missing in the file.</param>
    /// <param name="options">How cells are written; the roles of columns in it are ignored.</param>
    /// <exception cref="DataException">The file cannot be read, or does not hold such a table.</exception>
    public static Table Read(string path, IReadOnlyList<Feature> schema, string? target, CsvOptions? options = null) =>
        CsvTable.Read(path, schema, target, With(options ?? new CsvOptions()));

    private static CsvOptions With(CsvOptions options) => options with { Formats = [ParquetFormat.Instance] };
}
