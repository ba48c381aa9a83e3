using System.Text;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>A report as Markdown, with the tables that GitHub and GitLab draw: for a pull request, a wiki, a notebook. It has no drawings.</summary>
internal static class MarkdownReport
{
    private const string Special = "\\`*_[]<>#|~&$";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Write(ReportPage report, Stream stream)
    {
        using StreamWriter text = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"# {Clean(report.Title)}");
        Write(report.Head, text, report.Language);
        foreach (Part part in report.Parts)
        {
            Write(part, text, report.Language);
        }
    }

    private static void Write(Part part, TextWriter text, Language language)
    {
        if (part is Section section)
        {
            WriteSection(section, text, language);
            return;
        }
        string block = Block(part, language);
        if (block.Length > 0)
        {
            text.WriteLine();
            text.WriteLine(block);
        }
    }

    /// <summary>What was found comes first. A section of drawings only is none.</summary>
    private static void WriteSection(Section section, TextWriter text, Language language)
    {
        if (section.Parts.All(part => part is Chart))
        {
            return;
        }
        text.WriteLine();
        text.WriteLine($"## {Clean(section.Title)}");
        Part[] lead = section.Lead.Length > 0 ? [new Sentence(section.Lead)] : [];
        foreach (Part part in lead.Concat(section.Parts.OrderBy(part => part is Verdict or Note ? 0 : 1)))
        {
            Write(part, text, language);
        }
    }

    private static string Block(Part part, Language language) =>
        part switch
        {
            Sentence sentence => Clean(sentence.Text),
            Line line => Clean(line.Text),
            Note note => Clean(note.Text),
            Verdict { IsGood: true } good => $"**{Clean(good.Text)}**",
            Verdict verdict => Clean(verdict.Text),
            Remark remark => $"*{Clean(remark.Text)}*",
            Advised advised => $"### {Clean(advised.Title)}\n\n{Clean(advised.Evidence)}\n\n→ {Clean(advised.Advice)}",
            CommandText command => Fence(TerminalEscape.Line(command.Text)),
            Facts facts => string.Join(
                '\n',
                facts.Fields.Select(fact => $"* {Clean(fact.Label)}: {Clean(PageText.Of(fact.Value))}")
            ),
            ResultTable table => Table(table, language),
            CountMatrix matrix => Table(matrix),
            Chart => "",
            _ => throw new ArgumentException($"A {part.GetType().Name} has no Markdown.", nameof(part)),
        };

    /// <summary>A fence longer than any in the text: nothing in it ends it.</summary>
    private static string Fence(string text)
    {
        string fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += '`';
        }
        return $"{fence}\n{text}\n{fence}";
    }

    private static string Table(ResultTable table, Language language)
    {
        int[] shown = [.. table.Columns.Index().Where(column => column.Item.Heading is not null).Select(c => c.Index)];
        IReadOnlyList<Value>[] rows = [.. table.Rows, .. table.Totals];
        string lines = Table(
            shown.Select(column => (table.Columns[column].Heading!, table.Columns[column].IsNumber)),
            rows.Select(row => shown.Select(column => PageText.Of(row[column])))
        );
        bool hasDirections = rows.SelectMany(row => row).Any(value => value is MeasureName);
        return hasDirections ? $"{lines}\n\n*{Clean(PageText.Directions(language))}*" : lines;
    }

    private static string Table(CountMatrix matrix) =>
        Table(
            [($"{matrix.Rows} \\ {matrix.Columns}", false), .. matrix.Names.Select(name => (name, true))],
            matrix.Counts.Index().Select(row => row.Item.Select(Figures.Count).Prepend(matrix.Names[row.Index]))
        );

    private static string Table(
        IEnumerable<(string Heading, bool IsNumber)> columns,
        IEnumerable<IEnumerable<string>> rows
    ) =>
        string.Join(
            '\n',
            [
                Row(columns.Select(column => Clean(column.Heading))),
                Row(columns.Select(column => column.IsNumber ? "--:" : "---")),
                .. rows.Select(row => Row(row.Select(Clean))),
            ]
        );

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Text that stays text: no letter of it marks anything up, and nothing breaks its line.</summary>
    private static string Clean(string text) =>
        string.Concat(
            TerminalEscape
                .Line(text)
                .Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}")
        );
}
