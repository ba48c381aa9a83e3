using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Plots;

/// <summary>A picture on a terminal: a quick look, chart below chart.</summary>
internal sealed class TypedPicture(IAnsiConsole console)
{
    private const int MostColumns = 78;
    private const int Rows = 16;

    private readonly int width = new Page(console).Width;

    internal void Write(Picture picture)
    {
        WriteText(picture.Title);
        foreach (string note in picture.Notes)
        {
            WriteText(note);
        }
        foreach (Chart chart in picture.Charts)
        {
            Write(chart);
        }
    }

    private void Write(Chart chart)
    {
        Dictionary<double, string> ticks = chart.Y.Ticks.Values.ToDictionary(tick => tick, chart.Y.Text);
        int left = ticks.Values.Max(text => text.Length);
        BrailleCanvas canvas = new(chart.X, chart.Y, Math.Min(MostColumns, width - left - 4), Rows);
        foreach (ChartLayer layer in chart.Layers)
        {
            layer.Type(canvas);
        }
        console.WriteLine();
        WriteText(chart.Name);
        foreach (string note in chart.Notes)
        {
            WriteText(note);
        }
        foreach (ChartLayer layer in chart.Explained)
        {
            console.Write("  ");
            WriteStyled(layer.TypedSample, layer.Style);
            console.WriteLine($" {TerminalEscape.Line(layer.Label)}");
        }
        console.WriteLine($"{new string(' ', left)} ↑ {TerminalEscape.Line(chart.Y.Title)}");
        Dictionary<int, string> labels = [];
        foreach ((double tick, string text) in ticks)
        {
            labels[canvas.RowOf(tick)] = text;
        }
        for (int row = 0; row < canvas.Rows; row++)
        {
            string label = labels.GetValueOrDefault(row, "");
            console.Write($"{label.PadLeft(left)} {(label.Length > 0 ? '┤' : '│')}");
            WriteRow(canvas.Row(row));
        }
        WriteFloor(chart.X, canvas, left);
    }

    private void WriteRow(IEnumerable<(char Character, int Style)> row)
    {
        List<(string Text, int Style)> pieces = [];
        foreach ((char character, int style) in row)
        {
            if (pieces is [.., (string text, int last)] && last == style)
            {
                pieces[^1] = (text + character, style);
            }
            else
            {
                pieces.Add(($"{character}", style));
            }
        }
        if (pieces is [.., (_, < 0)])
        {
            pieces.RemoveAt(pieces.Count - 1);
        }
        foreach ((string text, int style) in pieces)
        {
            WriteStyled(text, style);
        }
        console.WriteLine();
    }

    private void WriteFloor(Axis x, BrailleCanvas canvas, int left)
    {
        char[] line = new string('─', canvas.Columns).ToCharArray();
        char[] numbers = new string(' ', canvas.Columns + 12).ToCharArray();
        int free = 0;
        foreach (double tick in x.Ticks.Values)
        {
            int column = canvas.ColumnOf(tick);
            string text = x.Text(tick);
            int start = Math.Max(0, column - text.Length / 2);
            line[column] = '┬';
            if (start >= free && start + text.Length <= numbers.Length)
            {
                text.CopyTo(0, numbers, start, text.Length);
                free = start + text.Length + 1;
            }
        }
        string margin = new(' ', left + 1);
        console.WriteLine($"{margin}└{new string(line)}");
        console.WriteLine($"{margin} {new string(numbers).TrimEnd()}");
        console.WriteLine($"{margin} → {TerminalEscape.Line(x.Title)}");
    }

    private void WriteText(string text) => new Page(console).WriteSentence(text);

    private void WriteStyled(string text, int style)
    {
        string escaped = Spectre.Console.Markup.Escape(text);
        console.Write(new Spectre.Console.Markup(style < 0 ? escaped : $"[{TypedStyle.Colour(style)}]{escaped}[/]"));
    }
}
