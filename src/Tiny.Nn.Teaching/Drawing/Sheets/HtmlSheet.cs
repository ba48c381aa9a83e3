using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as one page for a browser, or for paper.</summary>
internal sealed class HtmlSheet : SheetWriter
{
    internal override void WriteQuestions(Sheet sheet, TextWriter output) =>
        Write(sheet, sheet.Title, question => [Blank(sheet)], output);

    internal override void WriteKey(Sheet sheet, TextWriter output) =>
        Write(
            sheet,
            $"{sheet.Title}: {sheet.Say(ExerciseCaptions.KeyTitle)}",
            question => Solution(sheet, question),
            output
        );

    private static void Write(Sheet sheet, string title, Func<Question, IEnumerable<XElement>> end, TextWriter output)
    {
        XElement facts = Markup.Element("dl", Markup.Class("facts"));
        foreach ((string name, string value) in sheet.Facts)
        {
            facts.Add(
                Markup.Element("div", Markup.Element("dt", name), Markup.Element("dd", Notation.ToElements(value)))
            );
        }
        XElement page = PageShell.Create(
            sheet.Subject.Language == Language.Japanese ? "ja" : "en",
            title,
            new PageMeans(PageStyle.Text + TraceStyle.Text),
            [
                Markup.Element("header", Markup.Element("h1", title), facts),
                Markup.Element("p", Markup.Class("small"), sheet.Say(ExerciseCaptions.SheetNote)),
                .. sheet.Questions.Select(question => Section(sheet, question, end(question))),
            ]
        );
        using MemoryStream stream = new();
        PageShell.Write(page, stream);
        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static XElement Section(Sheet sheet, Question question, IEnumerable<XElement> end)
    {
        XElement section = Markup.Element(
            "section",
            Markup.Element("h2", [$"{question.Number}. ", .. Notation.ToElements(question.Text)])
        );
        if (question.Given.Count > 0)
        {
            section.Add(
                Markup.Element(
                    "p",
                    [
                        $"{sheet.Say(ExerciseCaptions.Given)}: ",
                        .. Notation.ToElements(string.Join(", ", question.Given)),
                    ]
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

    private static XElement Blank(Sheet sheet) =>
        Markup.Element("p", $"{sheet.Say(ExerciseCaptions.YourAnswer)}: ____________________");

    private static IEnumerable<XElement> Solution(Sheet sheet, Question question) =>
        [
            Markup.Element(
                "p",
                Markup.Element(
                    "strong",
                    [$"{sheet.Say(ExerciseCaptions.Answer)}: ", .. Notation.ToElements(question.Answer)]
                )
            ),
            .. question.Solution.Select(line => Markup.Element("p", Notation.ToElements(Sheet.Line(line)))),
            .. question.Reason.Length > 0 ? [Markup.Element("p", question.Reason)] : Array.Empty<XElement>(),
        ];
}
