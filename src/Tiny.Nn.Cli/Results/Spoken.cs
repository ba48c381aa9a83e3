using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Results;

namespace Tiny.Nn.Cli.Results;

/// <summary>What people are shown of a result, in another language: one more walk over it. Names from the data stay as they are.</summary>
internal static class Spoken
{
    internal static IEnumerable<Part> In(this IEnumerable<Part> parts, Language language) =>
        language == Language.English ? parts : parts.Select(Japanese);

    /// <summary>A report to be kept.</summary>
    internal static ReportPage In(this ReportPage page, Language language) =>
        language == Language.English
            ? page
            : new ReportPage(Say(page.Title), Japanese(page.Head), [.. page.Parts.In(language)])
            {
                Language = language,
            };

    private static Part Japanese(Part part) =>
        part switch
        {
            Section section => new Section(Say(section.Title), [.. section.Parts.Select(Japanese)])
            {
                Lead = Say(section.Lead),
            },
            Sentence sentence => new Sentence(Say(sentence.Text)),
            Line line => new Line(Say(line.Text)),
            Verdict verdict => verdict with { Text = Say(verdict.Text) },
            Note note => new Note(Say(note.Text)),
            Remark remark => new Remark(Say(remark.Text)),
            Facts facts => Japanese(facts),
            CountMatrix matrix => matrix with
            {
                Title = Say(matrix.Title),
                Rows = Say(matrix.Rows),
                Columns = Say(matrix.Columns),
                Description = Say(matrix.Description),
            },
            Chart chart => new Chart(Say(chart.Title), () => Japanese(chart.Draw())),
            ResultTable table => Japanese(table),
            _ => part,
        };

    private static Facts Japanese(Facts facts) =>
        new(Say(facts.Title), [.. facts.Fields.Select(field => field with { Label = Say(field.Label) })]);

    private static ResultTable Japanese(ResultTable table) =>
        table with
        {
            Title = Say(table.Title),
            Columns = [.. table.Columns.Select(Japanese)],
            Rows = [.. table.Rows.Select(row => Japanese(row, table.Columns))],
            Totals = [.. table.Totals.Select(Japanese)],
        };

    private static Column Japanese(Column column) =>
        column with
        {
            Heading = column.Heading is { } heading ? Say(heading) : null,
            ShortHeading = column.ShortHeading is { } narrow ? Say(narrow) : null,
        };

    private static IReadOnlyList<Value> Japanese(IReadOnlyList<Value> row, IReadOnlyList<Column> columns) =>
        [.. row.Select((value, place) => columns[place].HasWords ? value with { Text = Say(value.Text) } : value)];

    /// <summary>A row that sums up: what it is called is a word.</summary>
    private static IReadOnlyList<Value> Japanese(IReadOnlyList<Value> total) =>
        [total[0] with { Text = Say(total[0].Text) }, .. total.Skip(1)];

    /// <summary>A drawing: what is written in it, and what is said of it to those who do not see it.</summary>
    private static XElement Japanese(XElement drawing)
    {
        foreach (XText text in drawing.DescendantNodes().OfType<XText>())
        {
            text.Value = Say(text.Value);
        }
        foreach (XAttribute name in drawing.DescendantsAndSelf().Attributes("aria-label"))
        {
            name.Value = Say(name.Value);
        }
        return drawing;
    }

    private static string Say(string english) => ResultWords.Of(english, Language.Japanese);
}
