using Spectre.Console;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Shell;

/// <summary>The one look of all tables: names on the left, numbers on the right. Text is text, never markup.</summary>
internal static class Tables
{
    internal static Table Create(params IReadOnlyList<string> headings)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = false };
        for (int i = 0; i < headings.Count; i++)
        {
            TableColumn column = new(
                new Text(TerminalEscape.Line(headings[i]), new Style(decoration: Decoration.Bold))
            );
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }
        return table;
    }

    /// <summary>A table whose last column is text too.</summary>
    internal static Table CreateFacts(string heading) =>
        new Table { Border = TableBorder.Simple, UseSafeBorder = false }
            .AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))))
            .AddColumn(new TableColumn(new Text("")));

    internal static void AddCells(this Table table, params IReadOnlyList<string> cells) =>
        table.AddRow(cells.Select(cell => new Text(TerminalEscape.Line(cell))));
}
