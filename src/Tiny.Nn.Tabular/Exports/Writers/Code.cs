using System.Text;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>Lines of source text, indented.</summary>
internal sealed class Code
{
    private const int LongestLine = 110;

    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>The text so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>A line, or several with line breaks between them; each is indented, but for empty ones and those of a preprocessor.</summary>
    internal void Line(string lines = "")
    {
        foreach (string line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length > 0)
            {
                text.Append(' ', line[0] == '#' ? 0 : 4 * depth).Append(line);
            }
            text.Append('\n');
        }
    }

    /// <summary>What lies between two lines, one step further in.</summary>
    internal void Block(string open, string? close, Action body)
    {
        Line(open);
        Inside(body);
        if (close is not null)
        {
            Line(close);
        }
    }

    /// <summary>What lies one step further in.</summary>
    internal void Inside(Action body)
    {
        depth++;
        body();
        depth--;
    }

    /// <summary>Many words with commas between them, as many on a line as there is room for.</summary>
    internal void List(IEnumerable<string> words)
    {
        StringBuilder line = new();
        foreach (string word in words)
        {
            if (line.Length > 0 && 4 * depth + line.Length + word.Length + 2 > LongestLine)
            {
                Line(line.ToString());
                line.Clear();
            }
            line.Append(line.Length == 0 ? "" : " ").Append(word).Append(',');
        }
        if (line.Length > 0)
        {
            Line(line.ToString());
        }
    }
}
