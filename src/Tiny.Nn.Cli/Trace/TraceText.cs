using Spectre.Console;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Cli.Trace;

/// <summary>A trace on a terminal: no line is longer than 100 columns, unless a single number is.</summary>
internal sealed class TraceText(IAnsiConsole console)
{
    private const int Widest = 100;
    private const int Margin = 2;

    private readonly int width = Math.Min(Widest, console.Profile.Width);

    internal void Write(TraceSubject subject, TracedParameter? picked)
    {
        TraceStory story = new(subject);
        Heading(subject.Say(TraceCaptions.Title), '=');
        foreach ((string name, string value) in story.Facts)
        {
            Sentence(subject.Titled(name, Notation.ToText(value)));
        }
        foreach (TraceSection section in story.Sections)
        {
            Write(section);
        }
        if (picked is not null)
        {
            Write(story.Chain(picked));
        }
        Heading(subject.Say(TraceCaptions.GlossaryTitle), '-');
        foreach ((Caption term, Caption meaning) in Glossary.Entries)
        {
            Sentence(subject.Titled(subject.Say(term), subject.Say(meaning)));
        }
    }

    private void Write(TraceSection section)
    {
        Heading(Notation.ToText(section.Title), section.Level == 1 ? '-' : ' ');
        if (section.Note.Length > 0)
        {
            Sentence(Notation.ToText(section.Note));
        }
        if (section.Grid is { } grid)
        {
            Write(grid);
        }
        foreach (TraceLine line in section.Lines)
        {
            Write(line);
        }
    }

    private void Heading(string text, char rule)
    {
        console.WriteLine();
        console.WriteLine(TerminalEscape.Line(text), new Style(decoration: Decoration.Bold));
        if (rule != ' ')
        {
            console.WriteLine(new string(rule, Math.Min(width, TextCells.Of(text))));
        }
    }

    /// <summary>On one line where there is room, else each side on lines of its own, broken before an operator.</summary>
    private void Write(TraceLine line)
    {
        string left = new string(' ', Margin) + Notation.ToText(line.Left);
        string[] sides = [.. line.Sides.Select(Notation.ToText)];
        string whole = $"{left} {line.Sign} {string.Join(" = ", sides)}";
        if (TextCells.Of(whole) <= width)
        {
            console.WriteLine(whole);
            return;
        }
        int indent = TextCells.Of(left) + 1;
        foreach ((int i, string side) in sides.Index())
        {
            string start = i == 0 ? $"{left} {line.Sign} " : $"{new string(' ', indent)}= ";
            foreach (string part in Broken(start, side, indent + 4))
            {
                console.WriteLine(part);
            }
        }
    }

    private void Sentence(string text)
    {
        foreach (string part in Broken(new string(' ', Margin), TerminalEscape.Line(text), 2 * Margin))
        {
            console.WriteLine(part);
        }
    }

    private void Write(TraceGrid grid)
    {
        string[][] cells =
        [
            [.. grid.Headings.Select(Notation.ToText)],
            .. grid.Rows.Select(row => row.Select(Notation.ToText).ToArray()),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(i => cells.Max(row => TextCells.Of(row[i])))];
        for (int first = 1; first < widths.Length; )
        {
            // What does not fit beside the rest stands below it, with the names of the rows once more.
            int end = first + 1;
            int taken = Margin + widths[0] + Margin + widths[first];
            for (; end < widths.Length && taken + Margin + widths[end] <= width; end++)
            {
                taken += Margin + widths[end];
            }
            foreach (string[] row in cells)
            {
                IEnumerable<string> shown = Enumerable
                    .Range(first, end - first)
                    .Select(i => Blank(widths[i], row[i]) + row[i])
                    .Prepend(row[0] + Blank(widths[0], row[0]));
                console.WriteLine(new string(' ', Margin) + string.Join("  ", shown));
            }
            first = end;
        }
    }

    private static string Blank(int wanted, string cell) => new(' ', wanted - TextCells.Of(cell));

    /// <summary>A text on as many lines as it needs: broken at blanks, and between the letters of scripts that have none.</summary>
    private IEnumerable<string> Broken(string start, string text, int indent)
    {
        string line = start;
        bool isFresh = true;
        foreach (string word in Words(text))
        {
            if (!isFresh && TextCells.Of(line) + TextCells.Of(word.TrimEnd()) > width)
            {
                yield return line.TrimEnd();
                line = new string(' ', Math.Min(indent, width / 2));
            }
            line += word;
            isFresh = false;
        }
        yield return line.TrimEnd();
    }

    private static IEnumerable<string> Words(string text)
    {
        int begin = 0;
        for (int i = 1; i < text.Length; i++)
        {
            bool isBehindBlank =
                text[i - 1] == ' ' && (i + 1 >= text.Length || text[i + 1] != ' ' || IsOperator(text[i]));
            bool isBehindOperator = i > 1 && text[i - 1] == ' ' && IsOperator(text[i - 2]);
            if ((isBehindBlank && !isBehindOperator) || TextCells.MayBreakBefore(text[i]))
            {
                yield return text[begin..i];
                begin = i;
            }
        }
        yield return text[begin..];
    }

    private static bool IsOperator(char letter) => letter is '+' or '−' or '·' or '=' or '→';
}
