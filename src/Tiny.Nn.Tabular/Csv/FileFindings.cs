using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about a file as a whole.</summary>
internal static class FileFindings
{
    /// <summary>Findings about the delimiter and the header.</summary>
    internal static IEnumerable<Finding> OfHeader(CsvRecords records, CsvOptions options)
    {
        if (options.Delimiter is null && records.Separator != ',' && records.Names.Count > 1)
        {
            string name = records.IsAligned ? "blanks" : Delimiter.Name(records.Separator);
            yield return new Finding(FindingKind.Delimiter, null, $"the fields are separated by {name}");
        }
        if (options.HasHeader && HeaderNumbers.AreMany(records.Names))
        {
            string numbers = Excerpt.List(HeaderNumbers.Among(records.Names));
            yield return new Finding(FindingKind.HeaderLikeData, null, $"the first line names columns {numbers}")
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
        if (records.Comments > 0)
        {
            yield return new Finding(
                FindingKind.Comments,
                null,
                $"{Evidence.Count(records.Comments, "line")} above the {(records.HasHeader ? "header" : "rows")} beginning with #, passed over"
            );
        }
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
