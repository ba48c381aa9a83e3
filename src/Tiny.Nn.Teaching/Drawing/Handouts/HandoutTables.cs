using System.Globalization;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Handouts;

/// <summary>The tables of a handout.</summary>
/// <param name="subject">The step.</param>
/// <param name="isBlank">Whether what is calculated is left out.</param>
internal sealed class HandoutTables(TraceSubject subject, bool isBlank)
{
    /// <summary>So many columns are as wide as a page.</summary>
    private const int MostColumns = 7;

    /// <summary>So many rows stand side by side with others like them.</summary>
    private const int MostRows = 12;

    private readonly StepTrace trace = subject.Trace;
    private readonly TraceNumbers numbers = subject.Numbers;

    /// <summary>The formulas, each once, and a table with a row for each sample; where there is much, several tables.</summary>
    internal IEnumerable<XElement> Of(HandoutStep step)
    {
        IReadOnlyList<TraceLine> first = step.Samples[0];
        yield return Markup.Element("div", [Markup.Class("formulas"), .. first.Select(Formula)]);
        IEnumerable<XElement> tables = Tables(
            SampleHeading,
            [.. first.Select(line => line.Left)],
            step.Samples.Select(
                (lines, sample) => (Name(sample), lines.Select(line => Calculated(line.Sides[^1])).ToArray())
            )
        );
        XElement[] room = isBlank ? [Markup.Element("div", Markup.Class("room work"))] : [];
        yield return Markup.Element("div", [Markup.Class("beside"), .. tables, .. room]);
    }

    /// <summary>The samples: what stands in the file, what the network sees, and what it should answer.</summary>
    internal IEnumerable<XElement> Samples()
    {
        Lesson lesson = subject.Lesson;
        SampleTrace first = trace.Samples[0];
        int[] raw = lesson.Scaling is { } scaling
            ? [.. scaling.Inputs.Index().Where(input => input.Item is not null).Select(input => input.Index)]
            : [];
        return Tables(
            SampleHeading,
            [
                .. raw.Select(input => lesson.InputNames[input]),
                .. Enumerable.Range(1, first.Input.Rows).Select(Notation.X),
                .. Enumerable.Range(1, first.Target.Rows).Select(Notation.T),
            ],
            trace.Samples.Select(
                (sample, place) =>
                    (
                        Name(place),
                        Given([
                            .. raw.Select(input => lesson.Scaling!.RawInputs[input, place]),
                            .. sample.Input.Values,
                            .. sample.Target.Values,
                        ])
                    )
            )
        );
    }

    /// <summary>Weights and biases before the step, a table for each layer.</summary>
    internal IEnumerable<XElement> Weights() =>
        trace
            .Samples[0]
            .Layers.SelectMany(
                (layer, i) =>
                    Tables(
                        Notation.Mark("w", i + 1),
                        [
                            .. Enumerable.Range(1, layer.W.Columns).Select(input => Notation.Into(i + 1, input)),
                            Notation.Mark("b", i + 1),
                        ],
                        Enumerable
                            .Range(0, layer.W.Rows)
                            .Select(unit =>
                                (
                                    Notation.A(i + 1, unit + 1),
                                    Given([
                                        .. Enumerable.Range(0, layer.W.Columns).Select(input => layer.W[unit, input]),
                                        layer.B[unit, 0],
                                    ])
                                )
                            )
                    )
            );

    /// <summary>The update of every parameter; what there was before is given.</summary>
    internal IEnumerable<XElement> Update(UpdateStory update)
    {
        TraceGrid grid = update.Grid;
        string before = subject.Say(TraceCaptions.Before);
        bool[] isGiven =
        [
            .. grid.Headings.Select((heading, i) => i == 0 || heading.EndsWith(before, StringComparison.Ordinal)),
        ];
        yield return Markup.Element("p", Markup.Class("small"), Notation.ToElements(update.Rule));
        yield return Markup.Element(
            "div",
            [
                Markup.Class("beside"),
                .. grid
                    .Rows.Chunk(MostRows)
                    .Select(rows =>
                        Table(
                            grid.Headings,
                            rows.Select(row => row.Select((cell, i) => isGiven[i] ? new Cell(cell) : Calculated(cell)))
                        )
                    ),
            ]
        );
    }

    private string SampleHeading =>
        subject.Say(subject.Lesson.Lines.Count == 0 ? HandoutCaptions.Sample : HandoutCaptions.Row);

    private string Name(int sample) => subject.Lesson.Rows[sample].ToString(CultureInfo.InvariantCulture);

    private Cell[] Given(IEnumerable<double> row) => [.. row.Select(number => new Cell(numbers.Of(number)))];

    private Cell Calculated(string text) => isBlank ? new Cell("", IsEmpty: true) : new Cell(text);

    private static XElement Formula(TraceLine line) =>
        Markup.Element(
            "div",
            Markup.Class("line"),
            Markup.Element("span", Notation.ToElements($"{line.Left} {line.Sign} {line.Sides[0]}"))
        );

    /// <summary>A table, or several one after the other where it would be wider than the paper: each names its rows.</summary>
    private static IEnumerable<XElement> Tables(
        string corner,
        string[] headings,
        IEnumerable<(string Name, Cell[] Cells)> rows
    ) =>
        Enumerable
            .Range(0, headings.Length)
            .Chunk(MostColumns)
            .Select(columns =>
                Table(
                    [corner, .. columns.Select(column => headings[column])],
                    rows.Select(row => columns.Select(column => row.Cells[column]).Prepend(new Cell(row.Name)))
                )
            );

    private static XElement Table(IReadOnlyList<string> headings, IEnumerable<IEnumerable<Cell>> rows)
    {
        XElement head = Markup.Element(
            "tr",
            headings.Select(heading => Markup.Element("th", Notation.ToElements(heading)))
        );
        XElement body = Markup.Element("tbody");
        foreach (IEnumerable<Cell> row in rows)
        {
            body.Add(Markup.Element("tr", row.Select((cell, i) => cell.Draw(isHeading: i == 0))));
        }
        return Markup.Element(
            "div",
            Markup.Class("scroll"),
            Markup.Element("table", Markup.Class("lined"), Markup.Element("thead", head), body)
        );
    }

    /// <summary>A cell of a table, which may be there to be filled in.</summary>
    private sealed record Cell(string Text, bool IsEmpty = false)
    {
        internal XElement Draw(bool isHeading) =>
            isHeading ? Markup.Element("th", [Markup.Attribute("scope", "row"), .. Notation.ToElements(Text)])
            : IsEmpty ? Markup.Element("td", Markup.Class("empty"))
            : Markup.Element("td", [Markup.Class("number"), .. Notation.ToElements(Text)]);
    }
}
