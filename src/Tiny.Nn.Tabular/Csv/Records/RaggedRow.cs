using System.Text;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A row that has not as many fields as the header, and what it probably is.</summary>
internal static class RaggedRow
{
    /// <summary>The error for it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">How many fields the header has.</param>
    /// <param name="source">The file's name.</param>
    /// <param name="isLast">True where it is the last as far as is known.</param>
    internal static DataException Explain(Record row, int columns, string source, bool isLast)
    {
        string first = Encoding.UTF8.GetString(row.Trimmed(0));
        string fields = row.FieldCount == 1 ? "1 field" : $"{row.FieldCount} fields";
        return new DataException(
            $"A row has {fields}, the header has {columns}.",
            $"{source}, line {row.Line}",
            Advise(first, row.FieldCount, columns, isLast)
        );
    }

    private static Advice Advise(string first, int fields, int columns, bool isLast)
    {
        string begin = Excerpt.Quote(first);
        if (first.StartsWith('#'))
        {
            return new Advice($"It is a comment, {begin}: leave out such lines: grep -v '^#' old.csv > new.csv.");
        }
        if (fields < columns && TotalWords.Begin(first))
        {
            return new Advice($"It is a total below the rows, {begin}, and no row: leave it out.");
        }
        bool isText = first.Length > 0 && !PlainNumber.TryParse(Encoding.UTF8.GetBytes(first), out double _);
        if (fields < columns && isLast && isText)
        {
            return new Advice(
                $"If it is a remark below the table, {begin}, leave it out; or say that last cells may be lacking: {RemedyKind.ShortRows}."
            );
        }
        return fields < columns
            ? new Advice(
                $"Give every row one field per column; or say that last cells may be lacking: {RemedyKind.ShortRows}."
            )
            : new Advice(
                $"Give every row one field per column (row names too have one in the header, though it may be empty); quote a text with the delimiter in it."
            );
    }
}
