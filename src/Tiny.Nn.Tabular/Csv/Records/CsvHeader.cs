using System.Text;
using System.Text.Unicode;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The record that names the columns.</summary>
internal static class CsvHeader
{
    /// <summary>What to do about a text that is not UTF-8, which is most often one of an older program.</summary>
    internal const string SaveAsUtf8 =
        "Save the file as UTF-8: \"CSV UTF-8\" in a spreadsheet program, or iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv.";

    /// <summary>The names, trimmed.</summary>
    /// <param name="records">Stand on the header.</param>
    /// <returns>Each column's name; and whether the first one had none, and got one.</returns>
    /// <exception cref="DataException">A name is missing, or there twice, or is not UTF-8.</exception>
    internal static (string[] Names, bool HasRowNames) Read(CsvRecords records)
    {
        string[] names = new string[records.FieldCount];
        bool hasRowNames = names.Length > 1 && records.Field(0).IsEmpty;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = hasRowNames ? 1 : 0; i < names.Length; i++)
        {
            ReadOnlySpan<byte> text = records.Field(i);
            names[i] = Encoding.UTF8.GetString(text);
            string place = $"{records.Source}, line {records.Line}, column {i + 1}";
            if (text.IsEmpty)
            {
                throw new DataException(
                    "A column has no name.",
                    place,
                    "Name every column in the header but the first, if that has row names; if it is no header but data, say so: --no-header."
                );
            }
            if (!Utf8.IsValid(text))
            {
                throw new DataException(
                    "The name of a column is not UTF-8.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    SaveAsUtf8
                );
            }
            if (!seen.TryAdd(names[i], i))
            {
                throw new DataException(
                    "Two columns have the same name.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    $"Rename it, or column {seen[names[i]] + 1}; if this line is no header but data, say so: --no-header."
                );
            }
        }
        if (hasRowNames)
        {
            names[0] = RowNames.NameBeside(seen.Keys);
        }
        return (names, hasRowNames);
    }
}
