using System.Text;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Sheets as one page for a browser, or for paper: each copy begins on a page of its own, and no question is torn from its answer.</summary>
internal sealed class HtmlSheet : SheetWriter
{
    internal override void WriteQuestions(IReadOnlyList<Sheet> copies, TextWriter output) =>
        Write(copies[0], copies[0].Title, copies.Select(Questions), output);

    internal override void WriteKey(IReadOnlyList<Sheet> copies, TextWriter output) =>
        Write(
            copies[0],
            copies[0].Subject.Titled(copies[0].Title, copies[0].Say(ExerciseCaptions.KeyTitle)),
            copies is [var only] ? [Key(only)] : copies.Select(KeyTable),
            output
        );

    private static void Write(Sheet any, string title, IEnumerable<XElement> copies, TextWriter output)
    {
        XElement page = PageShell.Create(
            any.Subject.Language.Code(),
            title,
            new PageMeans(PageStyle.Text + TraceStyle.Text + PaperStyle.Text),
            copies
        );
        using MemoryStream stream = new();
        PageShell.Write(page, stream);
        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static XElement Questions(Sheet sheet) =>
        Markup.Element(
            "article",
            [
                Markup.Class("copy"),
                Head(sheet, sheet.OwnTitle),
                PaperParts.NameLine(sheet.Subject),
                Markup.Element("p", Markup.Class("small"), sheet.Say(ExerciseCaptions.SheetNote)),
                .. NetworkSketch.Of(sheet.Subject),
                .. sheet.Questions.Select(question =>
                    Section(
                        sheet,
                        question,
                        [
                            Markup.Element("div", Markup.Class($"room lines-{RoomFor(question)}")),
                            Markup.Element(
                                "p",
                                Markup.Class("answer"),
                                $"{Named(sheet, ExerciseCaptions.YourAnswer, "")} ",
                                Markup.Element("span", Markup.Class("blank")),
                                $" ({sheet.Say(ExerciseCaptions.PointsOf(question.Points))})"
                            ),
                        ]
                    )
                ),
            ]
        );

    /// <summary>A choice needs no room to work.</summary>
    private static int RoomFor(Question question) => question.Choices.Count > 0 ? 0 : Math.Min(question.Points, 3);

    private static XElement Key(Sheet sheet) =>
        Markup.Element(
            "article",
            [
                Markup.Class("copy"),
                Head(sheet, KeyTitle(sheet)),
                Markup.Element("p", Markup.Class("small"), sheet.Say(ExerciseCaptions.SheetNote)),
                .. sheet.Questions.Select(question => Section(sheet, question, Solution(sheet, question))),
                Markup.Element(
                    "p",
                    Named(sheet, ExerciseCaptions.Total, sheet.Say(ExerciseCaptions.PointsOf(sheet.Points)))
                ),
            ]
        );

    /// <summary>The key of one copy of many: a row for each answer.</summary>
    private static XElement KeyTable(Sheet sheet)
    {
        XElement body = Markup.Element("tbody");
        foreach (Question question in sheet.Questions)
        {
            body.Add(
                Markup.Element(
                    "tr",
                    Markup.Element("th", Markup.Attribute("scope", "row"), $"{question.Number}"),
                    Markup.Element("td", Notation.ToElements(question.Answer)),
                    Markup.Element("td", Markup.Class("number"), $"{question.Points}"),
                    Markup.Element("td", Markup.Class("way"), Way(question))
                )
            );
        }
        return Markup.Element(
            "article",
            Markup.Class("key"),
            Markup.Element("h2", KeyTitle(sheet)),
            Markup.Element(
                "p",
                Markup.Class("small"),
                $"{sheet.Subject.Titled(sheet.Say(ExerciseCaptions.Seed), $"{sheet.Seed}")} · "
                    + Named(sheet, ExerciseCaptions.Total, sheet.Say(ExerciseCaptions.PointsOf(sheet.Points)))
            ),
            Markup.Element(
                "table",
                Markup.Element(
                    "thead",
                    Markup.Element(
                        "tr",
                        Markup.Element("th", "#"),
                        Markup.Element("th", sheet.Say(ExerciseCaptions.Answer)),
                        Markup.Element("th", Markup.Class("number"), sheet.Say(ExerciseCaptions.Points)),
                        Markup.Element("th", sheet.Say(ExerciseCaptions.Solution))
                    )
                ),
                body
            )
        );
    }

    private static IEnumerable<object> Way(Question question) =>
        question.Reason.Length > 0
            ? [question.Reason]
            : question.Solution.Select(line => Markup.Element("div", Notation.ToElements(Sheet.Line(line))));

    private static XElement Head(Sheet sheet, string title) =>
        Markup.Element("header", Markup.Element("h1", title), PaperParts.Facts(sheet.Facts));

    private static XElement Section(Sheet sheet, Question question, IEnumerable<XElement> end)
    {
        XElement section = Markup.Element(
            "section",
            Markup.Class("question"),
            Markup.Element("h2", [$"{question.Number}. ", .. Notation.ToElements(question.Text)])
        );
        if (question.Given.Count > 0)
        {
            section.Add(
                Markup.Element(
                    "p",
                    Notation.ToElements(Named(sheet, ExerciseCaptions.Given, string.Join(", ", question.Given)))
                )
            );
        }
        foreach ((int i, string choice) in question.Choices.Index())
        {
            section.Add(Markup.Element("p", [$"({Question.Letter(i)}) ", .. Notation.ToElements(choice)]));
        }
        section.Add(end);
        return section;
    }

    private static IEnumerable<XElement> Solution(Sheet sheet, Question question) =>
        [
            Markup.Element(
                "p",
                Markup.Element("strong", Notation.ToElements(Named(sheet, ExerciseCaptions.Answer, question.Answer))),
                $" ({sheet.Say(ExerciseCaptions.PointsOf(question.Points))})"
            ),
            .. question.Solution.Select(line => Markup.Element("p", Notation.ToElements(Sheet.Line(line)))),
            .. question.Reason.Length > 0 ? [Markup.Element("p", question.Reason)] : Array.Empty<XElement>(),
        ];
}
