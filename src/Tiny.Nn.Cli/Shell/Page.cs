using Spectre.Console;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Shell;

/// <summary>Tables and sentences, one below the other, no wider than people read.</summary>
internal sealed class Page(IAnsiConsole console)
{
    private const int UsualWidth = 80;
    private const string Margin = "  ";
    private const int BetweenColumns = 3;

    /// <summary>How many characters a line may have: into a pipe as many as on a usual terminal.</summary>
    internal int Width { get; } = console.Profile.Width >= Terminal.Unbounded ? UsualWidth : console.Profile.Width;

    /// <summary>True where a table with columns of such widths is no wider than the page.</summary>
    internal bool HasRoom(IEnumerable<int> columns) =>
        2 * Margin.Length + columns.Sum(width => width + BetweenColumns) - BetweenColumns <= Width;

    internal void Write(Table table) => console.Write(table);

    /// <summary>A sentence on lines of its own, broken between words.</summary>
    internal void WriteSentence(string sentence)
    {
        string line = Margin;
        bool isFresh = true;
        foreach (string word in TerminalEscape.Line(sentence).Split(' '))
        {
            string between = isFresh ? "" : " ";
            foreach (string part in TextCells.Parts(word))
            {
                if (!isFresh && TextCells.Of(line) + between.Length + TextCells.Of(part) > Width)
                {
                    console.WriteLine(line);
                    (line, between) = (Margin + Margin, "");
                }
                line += between + part;
                (isFresh, between) = (false, "");
            }
        }
        console.WriteLine(line);
    }
}
