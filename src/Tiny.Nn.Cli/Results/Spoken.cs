using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>What people are shown of a result, in another language: one more walk over it. Names from the data stay as they are.</summary>
internal static class Spoken
{
    /// <summary>Columns whose cells are words of the result, and not of the data.</summary>
    private static readonly HashSet<string> OfWords = ["measure", "McNemar's test", "finding"];

    internal static IEnumerable<Part> In(this IEnumerable<Part> parts, Language language) =>
        language == Language.English ? parts : parts.Select(Japanese);

    private static Part Japanese(Part part) =>
        part switch
        {
            Section section => new Section(JapaneseWords.Of(section.Title), [.. section.Parts.Select(Japanese)])
            {
                Lead = JapaneseWords.Of(section.Lead),
            },
            Sentence sentence => new Sentence(JapaneseWords.Of(sentence.Text)),
            Line line => new Line(JapaneseWords.Of(line.Text)),
            Verdict verdict => verdict with { Text = JapaneseWords.Of(verdict.Text) },
            Note note => new Note(JapaneseWords.Of(note.Text)),
            Remark remark => new Remark(JapaneseWords.Of(remark.Text)),
            Facts facts => new Facts(
                JapaneseWords.Of(facts.Title),
                [.. facts.Fields.Select(field => field with { Label = JapaneseWords.Of(field.Label) })]
            ),
            CountMatrix matrix => matrix with
            {
                Title = JapaneseWords.Of(matrix.Title),
                Rows = JapaneseWords.Of(matrix.Rows),
                Columns = JapaneseWords.Of(matrix.Columns),
            },
            ResultTable table => Japanese(table),
            _ => part,
        };

    private static ResultTable Japanese(ResultTable table) =>
        table with
        {
            Title = JapaneseWords.Of(table.Title),
            Columns = [.. table.Columns.Select(Japanese)],
            Rows = OfWords.Contains(table.Columns[0].Heading ?? "") ? Named(table.Rows) : table.Rows,
            Totals = Named(table.Totals),
        };

    private static Column Japanese(Column column) =>
        column with
        {
            Heading = column.Heading is { } heading ? JapaneseWords.Of(heading) : null,
            ShortHeading = column.ShortHeading is { } narrow ? JapaneseWords.Of(narrow) : null,
        };

    /// <summary>Rows whose first cell is a word.</summary>
    private static IReadOnlyList<IReadOnlyList<Value>> Named(IReadOnlyList<IReadOnlyList<Value>> rows) =>
        [
            .. rows.Select(row =>
                (IReadOnlyList<Value>)[row[0] with { Text = JapaneseWords.Of(row[0].Text) }, .. row.Skip(1)]
            ),
        ];
}
