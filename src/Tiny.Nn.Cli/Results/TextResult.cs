using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>A result on a terminal: tables and sentences, one below the other, no wider than people read.</summary>
internal sealed class TextResult(IAnsiConsole console)
{
    /// <summary>More rows than this are no table that somebody reads.</summary>
    private const int MostRows = 100;

    /// <summary>So many are shown of more.</summary>
    private const int FewRows = 10;

    /// <summary>A longer value makes a line that nobody reads to its end.</summary>
    private const int LongestFact = 200;

    private readonly Page page = new(console);

    /// <summary>Writes the parts; what is to be borne in mind with all of them comes last, where the eye rests.</summary>
    internal void Write(IEnumerable<Part> parts)
    {
        Part[] all = [.. parts.SelectMany(Flat)];
        foreach (Part part in all.Where(part => part is not Note).Concat(all.OfType<Note>()))
        {
            WriteOne(part);
        }
    }

    private static IEnumerable<Part> Flat(Part part) =>
        part is Section section ? section.Parts.SelectMany(Flat) : [part];

    private void WriteOne(Part part)
    {
        switch (part)
        {
            case Sentence sentence:
                page.WriteSentence(sentence.Text);
                break;
            case Verdict verdict:
                page.WriteSentence(verdict.Text);
                break;
            case Note note:
                page.WriteSentence(note.Text);
                break;
            case Remark remark:
                page.WriteSentence(remark.Text);
                break;
            case Advised advised:
                page.WriteSentence($"{advised.Title} {advised.Evidence} → {advised.Advice}");
                break;
            case Line line:
                console.WriteLine(TerminalEscape.Line(line.Text));
                break;
            case CommandText command:
                console.WriteLine(TerminalEscape.Line(command.Text));
                break;
            case Facts facts:
                WriteFacts(facts);
                break;
            case ResultTable table:
                WriteTable(table);
                break;
            case CountMatrix matrix:
                WriteMatrix(matrix);
                break;
            case Chart:
                // What it shows stands in the tables.
                break;
            default:
                throw new ArgumentException($"A {part.GetType().Name} has no text.", nameof(part));
        }
    }

    private void WriteFacts(Facts facts)
    {
        Table table = Tables.CreateFacts(facts.Title);
        foreach (Field fact in facts.Fields)
        {
            string text = fact.Value.Text;
            table.AddCells(fact.Label, text.Length <= LongestFact ? text : $"{text[..LongestFact]}…");
        }
        page.Write(table);
    }

    private void WriteTable(ResultTable all)
    {
        ResultTable result = all.Rows.Count <= MostRows ? all : all with { Rows = [.. all.Rows.Take(FewRows)] };
        int[] shown = Chosen(result);
        Table table = Tables.Create([.. shown.Select((column, place) => Heading(result, column, place))]);
        foreach ((int place, int column) in shown.Index())
        {
            if (!result.Columns[column].IsNumber)
            {
                table.Columns[place].Alignment = Justify.Left;
            }
        }
        Add(result.Rows);
        if (result.Totals.Count > 0)
        {
            table.AddEmptyRow();
            Add(result.Totals);
        }
        page.Write(table);
        if (result.Rows.Count < all.Rows.Count)
        {
            page.WriteSentence($"{Figures.Count(all.Rows.Count - result.Rows.Count)} more rows: --json has them.");
        }

        void Add(IEnumerable<IReadOnlyList<Value>> rows)
        {
            foreach (IReadOnlyList<Value> row in rows)
            {
                table.AddCells([.. shown.Select(column => row[column].Text)]);
            }
        }
    }

    /// <summary>As many of the columns as there is room for.</summary>
    private int[] Chosen(ResultTable result)
    {
        int[] all = [.. result.Columns.Index().Where(column => column.Item.Heading is not null).Select(c => c.Index)];
        int Width(int column) =>
            result
                .Rows.Concat(result.Totals)
                .Select(row => TextCells.Of(row[column].Text))
                .Append(TextCells.Of(Heading(result, column, column)))
                .Max();
        int highest = all.Max(column => result.Columns[column].Rank);
        int[] Of(int rank) => [.. all.Where(column => result.Columns[column].Rank <= rank)];
        while (highest > 0 && !page.HasRoom(Of(highest).Select(Width)))
        {
            highest--;
        }
        return Of(highest);
    }

    /// <summary>The title of a table has no line of its own: it stands in the corner.</summary>
    private static string Heading(ResultTable result, int column, int place) =>
        place == 0 && result.Title.Length > 0
            ? result.Title
            : result.Columns[column].ShortHeading ?? result.Columns[column].Heading!;

    private void WriteMatrix(CountMatrix matrix)
    {
        string[][] rows = [.. matrix.Counts.Select(row => row.Select(Figures.Count).ToArray())];
        int[] widths =
        [
            .. matrix.Names.Select((name, column) => Math.Max(TextCells.Of(name), rows.Max(row => row[column].Length))),
        ];
        bool HasRoom(string corner) => page.HasRoom([matrix.Names.Append(corner).Max(TextCells.Of), .. widths]);
        string wide = $"{matrix.Rows} \\ {matrix.Columns}";
        if (!HasRoom(matrix.Rows))
        {
            string what = matrix.Title.ToLowerInvariant();
            page.WriteSentence($"A {what} of {matrix.Names.Count} classes is too wide here; --json has it.");
            return;
        }
        Table table = Tables.Create([HasRoom(wide) ? wide : matrix.Rows, .. matrix.Names]);
        foreach ((int place, string[] row) in rows.Index())
        {
            table.AddCells([matrix.Names[place], .. row]);
        }
        page.Write(table);
    }
}
