using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>Texts in UTF-8 that are no CSV, known by how they begin. Only what is certain is told: a header may begin with any character.</summary>
internal static partial class ForeignText
{
    /// <summary>So much of a text tells what it is, but for JSON.</summary>
    private const int Looked = 4096;

    /// <summary>Ends where the text is no CSV.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="isWhole">True where that is all of it.</param>
    /// <param name="source">Its name.</param>
    /// <exception cref="DataException">It is of another format.</exception>
    internal static void Refuse(ReadOnlySpan<byte> head, bool isWhole, string source)
    {
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (Find(text, isWhole) is { } found)
        {
            throw new DataException(found.What, source, found.Advice);
        }
    }

    private static (string What, string Advice)? Find(ReadOnlySpan<byte> text, bool isWhole)
    {
        string begin = Encoding.UTF8.GetString(text[..Math.Min(Looked, text.Length)]);
        return begin.FirstOrDefault() switch
        {
            '<' => Markup(begin, text, isWhole),
            '{' or '[' => Json(text, isWhole),
            '%' or '@' when Arff().IsMatch(begin) => (
                "This is an ARFF file, as Weka writes it.",
                "Take what stands below @data, and write a line with the names of the attributes above it."
            ),
            '|' when MarkdownTable().IsMatch(begin) => (
                "This is a table in Markdown.",
                "Leave out the line below the header, and the bars at both ends of each line: sed '2d; s/^|//; s/|$//' old.md > new.csv."
            ),
            _ when DrawnTable().IsMatch(begin) => (
                "This is a table drawn with lines, as databases show it.",
                "Have the program write CSV, as \\copy does in PostgreSQL and .mode csv in SQLite."
            ),
            'v' when begin.StartsWith("version https://git-lfs.github.com/spec/v1", StringComparison.Ordinal) => (
                "This is a pointer of Git LFS, and the data are elsewhere.",
                "Fetch them: git lfs pull."
            ),
            _ when Sql().IsMatch(begin) => (
                "These are commands of SQL, a dump of a database.",
                "Load it into a database, and write the table as CSV: sqlite3 -header -csv old.db \"SELECT * FROM data\" > new.csv."
            ),
            _ => null,
        };
    }

    private static (string What, string Advice)? Markup(string begin, ReadOnlySpan<byte> text, bool isWhole)
    {
        if (Html().IsMatch(begin))
        {
            return (
                "This is a web page (HTML), perhaps one that tells why the file could not be fetched.",
                "Open it in a browser: fetch the file itself, or save the table of the page as CSV."
            );
        }
        bool isXml =
            begin.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || begin.StartsWith("<!--", StringComparison.Ordinal);
        if (!isXml && isWhole && Root().Match(begin) is { Success: true } root)
        {
            ReadOnlySpan<byte> end = Encoding.UTF8.GetBytes($"</{root.Groups[1].Value}>");
            isXml = text.TrimEnd(" \t\r\n"u8).EndsWith(end);
        }
        return isXml
            ? ("This is XML.", "Write it as CSV in Python: pandas.read_xml('old.xml').to_csv('new.csv', index=False).")
            : null;
    }

    /// <summary>JSON, or a JSON value on each line: as far as it goes it is nothing else, or an object has begun that only JSON writes so.</summary>
    private static (string What, string Advice)? Json(ReadOnlySpan<byte> text, bool isWhole)
    {
        JsonReaderOptions lenient = new() { AllowMultipleValues = true, AllowTrailingCommas = true };
        Utf8JsonReader reader = new(text, isFinalBlock: isWhole, new JsonReaderState(lenient));
        int values = 0;
        bool hasName = false;
        try
        {
            while (reader.Read())
            {
                if (
                    reader.CurrentDepth == 0
                    && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)
                )
                {
                    values++;
                    hasName = false;
                    if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                    {
                        return null;
                    }
                }
                hasName |= reader.TokenType == JsonTokenType.PropertyName;
            }
        }
        catch (JsonException)
        {
            // A number that is none, NaN, is written by many programs.
            if (!hasName)
            {
                return null;
            }
        }
        return values > 1
            ? (
                "These are lines of JSON.",
                "Write them as CSV in Python: pandas.read_json('old.jsonl', lines=True).to_csv('new.csv', index=False)."
            )
            : (
                "This is JSON.",
                "Write it as CSV in Python: pandas.read_json('old.json').to_csv('new.csv', index=False)."
            );
    }

    [GeneratedRegex(
        """\A<(!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|table[^<>]*>\s*<(tr|thead|tbody|caption|colgroup)[\s>])""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Html();

    [GeneratedRegex("""\A<([A-Za-z_][\w.:-]*)(\s[^<>]*)?>\s*<""")]
    private static partial Regex Root();

    [GeneratedRegex("""\A(%[^\n]*\n\s*)*@relation\s""", RegexOptions.IgnoreCase)]
    private static partial Regex Arff();

    [GeneratedRegex("""\A(\+[-=+]*-[-=+]*\+\r?\n|[^\n]*\|[^\n]*\n-+(\+-+)+\s)""")]
    private static partial Regex DrawnTable();

    [GeneratedRegex("""\A\|[^\n]*\|\s*\r?\n\|[\s:|-]*-[\s:|-]*\|""")]
    private static partial Regex MarkdownTable();

    [GeneratedRegex(
        """\A(--[^\n]*\n\s*)*(/\*((?!\*/).)*\*/;?\s*)*(INSERT\s+INTO\s|CREATE\s+(TABLE|DATABASE)\s|DROP\s+TABLE\s|PRAGMA\s+\w+\s*=|BEGIN\s+TRANSACTION;)""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Sql();
}
