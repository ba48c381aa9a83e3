using System.Text;

namespace Tiny.Nn.Tabular;

/// <summary>
/// Names in one text, with commas between them as a record of a CSV file has fields: a name with a comma, a quote, a line break or a blank at an end stands in
/// quotes, a quote in it doubled: <c>"a,b",c</c>. It is the one way in which lists are read and written on command lines and in files of settings.
/// </summary>
internal static class NameList
{
    /// <summary>The text of some names.</summary>
    internal static string Write(IEnumerable<string> names) => string.Join(',', names.Select(Field));

    /// <summary>The names of a text; null where a quote is not closed, or something stands behind one that is.</summary>
    internal static string[]? Read(string text)
    {
        List<string> names = [];
        int place = 0;
        while (true)
        {
            while (place < text.Length && text[place] == ' ')
            {
                place++;
            }
            bool isQuoted = place < text.Length && text[place] == '"';
            if ((isQuoted ? Quoted(text, ref place) : Plain(text, ref place)) is not { } name)
            {
                return null;
            }
            names.Add(name);
            if (place == text.Length)
            {
                return [.. names];
            }
            place++;
        }
    }

    private static string Field(string name) =>
        name.AsSpan().IndexOfAny(",\"\r\n") >= 0 || name.Trim() != name
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    /// <summary>Up to the next comma, or the end.</summary>
    private static string Plain(string text, ref int place)
    {
        int first = place;
        int comma = text.IndexOf(',', first);
        place = comma < 0 ? text.Length : comma;
        return text[first..place].Trim();
    }

    /// <summary>Up to the quote that closes it, behind which there is a comma or the end; null where there is not.</summary>
    private static string? Quoted(string text, ref int place)
    {
        StringBuilder name = new();
        for (place++; place < text.Length; place++)
        {
            if (text[place] != '"')
            {
                name.Append(text[place]);
                continue;
            }
            place++;
            if (place < text.Length && text[place] == '"')
            {
                name.Append('"');
                continue;
            }
            while (place < text.Length && text[place] == ' ')
            {
                place++;
            }
            return place == text.Length || text[place] == ',' ? name.ToString() : null;
        }
        return null;
    }
}
