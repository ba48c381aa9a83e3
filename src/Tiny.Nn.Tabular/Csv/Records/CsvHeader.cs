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

    /// <summary>The names, trimmed.</summary>
    /// <param name="header">The record.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="notUtf8">What to do about a name that is not UTF-8.</param>
    /// <returns>Each column's name; and whether the first one had none, and got one.</returns>
    /// <exception cref="DataException">A name is missing, or there twice, or is not UTF-8.</exception>
    internal static (string[] Names, bool HasRowNames) Read(Record header, string source, Utf8Advice notUtf8)
    {
        string[] names = new string[header.FieldCount];
        bool hasRowNames = names.Length > 1 && header.Trimmed(0).IsEmpty;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = hasRowNames ? 1 : 0; i < names.Length; i++)
        {
            ReadOnlySpan<byte> text = header.Trimmed(i);
            names[i] = Encoding.UTF8.GetString(text);
            string place = $"{source}, line {header.Line}, column {i + 1}";
            if (text.IsEmpty)
            {
                throw new DataException(
                    "A column has no name.",
                    place,
                    new Advice(
                        $"Name every column in the header but the first, if that has row names; if it is no header but data, say so: {RemedyKind.NoHeader}."
                    )
                );
            }
            if (!Utf8.IsValid(text))
            {
                throw new DataException(
                    "The name of a column is not UTF-8.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    notUtf8(text)
                );
            }
            if (!seen.TryAdd(names[i], i))
            {
                throw new DataException(
                    "Two columns have the same name.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    new Advice(
                        $"Rename it, or column {seen[names[i]] + 1}; if this line is no header but data, say so: {RemedyKind.NoHeader}."
                    )
                );
            }
        }
        if (hasRowNames)
        {
            names[0] = NameBeside(seen.Keys);
        }
        return (names, hasRowNames);
    }

    /// <summary>What the names of rows are called: <c>row</c>, or <c>row_2</c> and so on where another column is called that.</summary>
    private static string NameBeside(IReadOnlyCollection<string> others)
    {
        string name = RowName;
        for (int number = 2; others.Contains(name); number++)
        {
            name = $"{RowName}_{number}";
        }
        return name;
    }
}
