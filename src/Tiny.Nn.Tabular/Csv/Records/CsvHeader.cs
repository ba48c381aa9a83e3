using System.Text;
using System.Text.Unicode;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The record that names the columns.</summary>
/// <remarks>
/// A first column without a name holds the names of rows: R's <c>write.csv</c> and the index of a pandas frame, <c>to_csv</c>, write them so.
/// </remarks>
internal static class CsvHeader
{
    /// <summary>What to do about a text that is not UTF-8.</summary>
    internal delegate Advice Utf8Advice(ReadOnlySpan<byte> text);

    private const string RowName = "row";

    /// <summary>The names, trimmed; what is wrong with one is told of a column that is used.</summary>
    /// <param name="header">The record.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="notUtf8">What to do about a name that is not UTF-8.</param>
    internal static HeaderNames Read(Record header, string source, Utf8Advice notUtf8)
    {
        string[] written = new string[header.FieldCount];
        bool hasRowNames = written.Length > 1 && header.Trimmed(0).IsEmpty;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        Dictionary<int, DataException> faults = [];
        for (int i = 0; i < written.Length; i++)
        {
            ReadOnlySpan<byte> text = header.Trimmed(i);
            written[i] = Encoding.UTF8.GetString(text);
            string place = $"{source}, line {header.Line}, column {i + 1}";
            if (text.IsEmpty)
            {
                if (i > 0 || !hasRowNames)
                {
                    faults[i] = Unnamed(place);
                }
                continue;
            }
            if (!Utf8.IsValid(text))
            {
                faults[i] = new DataException(
                    "The name of a column is not UTF-8.",
                    $"{place}: {Excerpt.Quote(written[i])}",
                    notUtf8(text)
                );
            }
            if (!seen.TryAdd(written[i], i))
            {
                int first = seen[written[i]];
                faults[i] = Doubled(written[i], place, first);

                // Of two columns with one name neither is the one that is meant.
                faults.TryAdd(first, faults[i]);
            }
        }
        HashSet<string> taken = [.. seen.Keys];
        string[] names = new string[written.Length];
        for (int i = 0; i < names.Length; i++)
        {
            bool isItself = written[i].Length > 0 && seen[written[i]] == i;
            string wanted = written[i].Length > 0 ? written[i] : $"column_{i + 1}";
            names[i] =
                isItself ? written[i]
                : i == 0 && hasRowNames ? FreeName.Like(RowName, taken)
                : FreeName.Like(wanted, taken);
        }
        return new HeaderNames(names, hasRowNames, written, faults);
    }

    private static DataException Unnamed(string place) =>
        new(
            "A column has no name.",
            place,
            new Advice(
                $"Name every column in the header but the first, if that has row names; if it is no header but data, say so: {RemedyKind.NoHeader}."
            )
        );

    private static DataException Doubled(string name, string place, int first) =>
        new(
            "Two columns have the same name.",
            $"{place}: {Excerpt.Quote(name)}",
            new Advice(
                $"Rename it, or column {first + 1}; if this line is no header but data, say so: {RemedyKind.NoHeader}."
            )
        );
}
