using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checks;

/// <summary>Looks for what often goes wrong with data, before anything is learned from it.</summary>
/// <remarks>
/// Beside what every table is looked at for: columns of mixed types, dates among texts, texts that are no categories, which are errors
/// when a table is read to be learned from; columns that are the same; rows that are the same, which a split may put on both of its
/// sides; features that determine the target in every row.
/// </remarks>
public static class DataCheck
{
    /// <summary>Reads a file and checks it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What its columns are for, and how they are written.</param>
    /// <returns>The table with all that was found.</returns>
    /// <exception cref="DataException">The file cannot be read, or holds no table at all.</exception>
    public static Table Read(string path, CsvOptions options)
    {
        using FileStream file = DataFile.Open(path);
        return Read(file, path, options);
    }

    /// <summary>Reads a stream and checks it.</summary>
    /// <param name="stream">The text; it stays open. One that cannot seek is kept in memory until it has been read.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="options">What its columns are for, and how they are written.</param>
    /// <returns>The table with all that was found.</returns>
    /// <exception cref="DataException">The stream cannot be read, or holds no table at all.</exception>
    public static Table Read(Stream stream, string source, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<Finding> suspicions = [];
        Table table = new TableReader(
            source,
            options,
            all => suspicions = [.. all.Select(suspicion => suspicion.Finding)]
        ).Read(stream);
        return table.With([
            .. suspicions,
            .. OfTarget(table),
            .. Duplicates.Columns(table),
            .. Duplicates.Rows(table),
            .. Leaks.Find(table),
        ]);
    }

    /// <summary>What keeps the target from being learned.</summary>
    private static IEnumerable<Finding> OfTarget(Table table) =>
        table.Target is { } target && TargetFault.Find(target, null, table.Source) is { } fault
            ?
            [
                new Finding(fault.Kind, target.Name, $"training refuses it: {fault.Problem.What.TrimEnd('.')}")
                {
                    Remedy = fault.Problem.Remedies,
                },
            ]
            : [];
}
