using System.Globalization;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>The points of a class, question by question.</summary>
internal sealed class MarkTable(IReadOnlyList<MarkedSheet> sheets)
{
    private const string Missing = "–";

    private static readonly Caption Name = new("name", "名前");
    private static readonly Caption Copy = new("copy", "用紙");
    private static readonly Caption Points = new("points", "得点");
    private static readonly Caption Of = new("of", "満点");
    private static readonly Caption Mean = new("mean", "平均");

    private readonly int questions = sheets.Max(sheet => sheet.Checks.Count);
    private readonly bool hasCopies = sheets.Any(sheet => sheet.Sheet.Copy is not null);

    /// <summary>The table, and all of it for documents.</summary>
    internal Result Describe(Language language)
    {
        Column[] columns =
        [
            new(null, Name.In(language)),
            .. hasCopies ? new[] { Number(Copy.In(language)) } : [],
            .. Enumerable.Range(1, questions).Select(number => Number(Text(number)) with { Rank = 1 }),
            Number(Points.In(language)),
            Number(Of.In(language)),
        ];
        ResultTable table = new("", columns, [.. sheets.Select(sheet => Values(Row(sheet)))])
        {
            Totals = [Values(Means(language))],
        };
        return new Result([new Field("marks", Value.List(sheets.Select(Document)))], [table]);
    }

    /// <summary>The same for a spreadsheet.</summary>
    internal void WriteCsv(TextWriter text)
    {
        string[] heading =
        [
            Name.English,
            .. hasCopies ? new[] { Copy.English } : [],
            .. Enumerable.Range(1, questions).Select(number => Text(number)),
            Points.English,
            Of.English,
        ];
        foreach (IEnumerable<string> row in sheets.Select(Row).Prepend(heading))
        {
            text.WriteLine(string.Join(',', row.Select(cell => cell == Missing ? "" : Quoted(cell))));
        }
    }

    private IEnumerable<string> Row(MarkedSheet one) =>
        [
            one.Name,
            .. hasCopies ? new[] { Text(one.Sheet.Copy!.Value) } : [],
            .. Enumerable.Range(0, questions).Select(i => one.HasAnswer(i) ? Text(one.PointsOf(i)) : Missing),
            Text(one.Points),
            Text(one.Sheet.Points),
        ];

    /// <summary>The mean of each column of points.</summary>
    private IEnumerable<string> Means(Language language) =>
        [
            Mean.In(language),
            .. hasCopies ? new[] { "" } : [],
            .. Enumerable.Range(0, questions).Select(i => Text(sheets.Average(one => one.PointsOf(i)))),
            Text(sheets.Average(one => one.Points)),
            Text(sheets.Average(one => one.Sheet.Points)),
        ];

    private static Value Document(MarkedSheet one) =>
        Field.Group(
            new Field("name", Value.Of(one.Name)),
            new Field("copy", Value.Of(one.Sheet.Copy)),
            new Field("seed", Value.Seed(one.Sheet.Seed)),
            new Field("points", Value.Of(one.Points)),
            new Field("of", Value.Of((long)one.Sheet.Points)),
            new Field("answers", Value.List(one.Checks.Select((check, i) => Answer(one, check, i))))
        );

    private static Value Answer(MarkedSheet one, AnswerCheck check, int question) =>
        Field.Group(
            new Field("verdict", Value.Of(JsonExercises.Name(check.Verdict))),
            new Field("points", Value.Of(one.PointsOf(question))),
            new Field("of", Value.Of((long)one.Sheet.Questions[question].Points))
        );

    /// <summary>A cell of a CSV file, in quotes where it needs them.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Column Number(string heading) => new(null, heading) { IsNumber = true };

    private static IReadOnlyList<Value> Values(IEnumerable<string> row) => [.. row.Select(Value.Of)];

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
