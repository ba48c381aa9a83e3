using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Results;

/// <summary>A result as sections of a page for a browser. A section opens with what was found, and what can be seen.</summary>
internal static class PageResult
{
    /// <summary>More names than this make a matrix that nobody can read.</summary>
    private const int LargestMatrix = 30;

    internal static IEnumerable<XElement> Create(IEnumerable<Part> parts, Language language) =>
        parts.Select(part => Create(part, language));

    /// <summary>Facts at the head of a page.</summary>
    internal static XElement Head(Facts facts) => List("facts", facts);

    private static XElement Create(Part part, Language language) =>
        part switch
        {
            Section section => Create(section, language),
            Sentence sentence => PageParts.Paragraph(sentence.Text),
            Line line => PageParts.Paragraph(line.Text),
            Note note => PageParts.Paragraph(note.Text),
            Verdict verdict => Create(verdict),
            Remark remark => Small(remark.Text),
            Facts facts => List("settings", facts),
            ResultTable table => Create(table, language),
            CountMatrix matrix => PageParts.Charts(Figure(matrix)),
            Chart chart => PageParts.Charts(Figure(chart)),
            Advised advised => Markup.Element(
                "div",
                Markup.Element("h3", advised.Title),
                PageParts.Paragraph(advised.Evidence),
                Small($"→ {advised.Advice}")
            ),
            CommandText command => Markup.Element("pre", Markup.Element("code", command.Text)),
            _ => throw new ArgumentException($"A {part.GetType().Name} has no place on a page.", nameof(part)),
        };

    private static XElement Create(Section section, Language language)
    {
        XElement[] figures =
        [
            .. section.Parts.OfType<CountMatrix>().Where(matrix => matrix.Names.Count <= LargestMatrix).Select(Figure),
            .. section.Parts.OfType<Chart>().Select(Figure),
        ];
        XElement[] lead = section.Lead.Length > 0 ? [PageParts.Paragraph(section.Lead)] : [];
        return PageParts.Section(
            section.Title,
            [
                .. lead,
                .. section.Parts.OfType<Verdict>().Select(Create),
                .. section.Parts.OfType<Note>().Select(note => PageParts.Paragraph(note.Text)),
                .. figures.Length > 0 ? [PageParts.Charts(figures)] : Array.Empty<XElement>(),
                .. section
                    .Parts.Where(part => part is not (Verdict or Note or CountMatrix or Chart))
                    .Select(part => Create(part, language)),
            ]
        );
    }

    private static XElement Create(Verdict verdict)
    {
        XElement paragraph = PageParts.Paragraph(verdict.Text);
        paragraph.Add(Markup.Class(verdict.IsGood ? "verdict good" : "verdict"));
        return paragraph;
    }

    private static XElement Figure(CountMatrix matrix) =>
        PageParts.Figure(
            matrix.Title,
            new HeatCells(matrix.Names, (row, column) => matrix.Counts[row][column]).Draw(
                matrix.Rows,
                matrix.Columns,
                matrix.Description
            )
        );

    private static XElement Figure(Chart chart) => PageParts.Figure(chart.Title, chart.Draw());

    private static XElement List(string name, Facts facts)
    {
        XElement list = Markup.Element("dl", Markup.Class(name));
        foreach (Field fact in facts.Fields)
        {
            list.Add(
                Markup.Element("div", Markup.Element("dt", fact.Label), Markup.Element("dd", PageText.Of(fact.Value)))
            );
        }
        return list;
    }

    private static XElement Create(ResultTable result, Language language)
    {
        int[] shown = [.. result.Columns.Index().Where(column => column.Item.Heading is not null).Select(c => c.Index)];
        HtmlTable table = new([.. shown.Select(column => Heading(result.Columns[column]))]);
        IEnumerable<IReadOnlyList<Value>> rows = result.Rows.Concat(result.Totals);
        foreach (IReadOnlyList<Value> row in rows)
        {
            table.Add([.. shown.Select(column => PageText.Of(row[column]))]);
        }
        return rows.SelectMany(row => row).Any(value => value is MeasureName)
            ? Markup.Element("div", table.ToElement(), Small(PageText.Directions(language)))
            : table.ToElement();
    }

    private static Heading Heading(Column column) =>
        column.IsNumber ? new NumberHeading(column.Heading!) : new TextHeading(column.Heading!);

    private static XElement Small(string text) => Markup.Element("p", Markup.Class("small"), text);
}
