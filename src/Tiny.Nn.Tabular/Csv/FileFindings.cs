using System.Text;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about a file as a whole.</summary>
internal static class FileFindings
{
    /// <summary>Findings about the delimiter and the header.</summary>
    internal static IEnumerable<Finding> OfHeader(CsvRecords records, CsvOptions options)
    {
        if (options.Delimiter is null && records.Separator != ',')
        {
            yield return new Finding(
                FindingKind.Delimiter,
                null,
                $"the fields are separated by {Delimiter.Name(records.Separator)}"
            );
        }
        string[] numbers =
        [
            .. records.Names.Where(name => PlainNumber.TryParse(Encoding.UTF8.GetBytes(name), out double _)),
        ];
        if (options.HasHeader && 2 * numbers.Length > records.Names.Count)
        {
            yield return new Finding(
                FindingKind.HeaderLikeData,
                null,
                $"the first line names columns {Excerpt.List(numbers)}"
            )
            {
                Remedy = new Advice($"if it is data, say {RemedyKind.NoHeader}"),
            };
        }
    }

    /// <summary>The finding about columns that the header names twice or not at all: they are not used, or the file would not be read.</summary>
    internal static IEnumerable<Finding> OfNames(CsvRecords records)
    {
        if (records.Header.Made is { Count: > 0 } made)
        {
            yield return new Finding(
                FindingKind.UnnamedColumns,
                null,
                $"the header has a name twice or none: unused columns are called {Excerpt.List(made)}"
            );
        }
    }

    /// <summary>Findings about rows that are too short, and lines that are no rows.</summary>
    internal static IEnumerable<Finding> OfRows(CsvRecords records)
    {
        if (records.ShortRows > 0)
        {
            yield return new Finding(
                FindingKind.ShortRows,
                null,
                $"{Evidence.Count(records.ShortRows, "row")} with fewer fields than columns: the last cells are missing"
            );
        }
        if (records.BlankLines is { Count: > 0 and var count, First: var first })
        {
            yield return new Finding(
                FindingKind.BlankLines,
                null,
                $"{Evidence.Count(count, "blank line")} between rows, not taken for {(count == 1 ? "one" : "rows")}; the first is line {first}"
            );
        }
    }
}
