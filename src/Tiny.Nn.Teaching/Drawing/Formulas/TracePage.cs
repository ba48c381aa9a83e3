using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>
/// A step as one page for a browser. Without its script it can be read as a whole; with it, a weight is picked and only its chain rule shows.
/// No clock and no machine: the same run gives the same bytes.
/// </summary>
internal static class TracePage
{
    internal static void Write(TraceSubject subject, TracedParameter? picked, string command, Stream stream) =>
        PageShell.Write(Create(subject, picked, command), stream);

    internal static XElement Create(TraceSubject subject, TracedParameter? picked, string command)
    {
        TraceStory story = new(subject);
        string title = subject.Say(TraceCaptions.Title);
        TracedParameter[] parameters = [.. TracedParameter.All(subject.Trace)];
        return PageShell.Create(
            subject.Language.Code(),
            title,
            new PageMeans(PageStyle.Text + TraceStyle.Text, TraceScript.Text),
            [
                Markup.Element("header", Markup.Element("h1", title), PaperParts.Facts(story.Facts)),
                Drawing(subject),
                Chains(subject, story, parameters, picked ?? parameters[0]),
                .. story.Sections.Select(Section),
                GlossaryOf(subject),
                PageParts.Section(
                    subject.Say(TraceCaptions.RepeatTitle),
                    Markup.Element("pre", Markup.Element("code", command))
                ),
            ]
        );
    }

    private static XElement Drawing(TraceSubject subject) =>
        PageParts.Section(
            subject.Say(TraceCaptions.Network),
            Markup.Element("p", Markup.Class("small"), subject.Say(TraceCaptions.DrawingNote)),
            Markup.Element("div", Markup.Class("scroll"), new NetworkDrawing(subject).Draw())
        );

    private static XElement Chains(
        TraceSubject subject,
        TraceStory story,
        IEnumerable<TracedParameter> parameters,
        TracedParameter first
    )
    {
        XElement links = Markup.Element("nav", Markup.Class("picks"));
        XElement panels = Markup.Element(
            "div",
            Markup.Attribute("id", "chains"),
            Markup.Attribute("data-first", first.Name)
        );
        foreach (TracedParameter parameter in parameters)
        {
            links.Add(
                Markup.Element(
                    "a",
                    [
                        Markup.Attribute("href", $"#{parameter.Name}"),
                        Markup.Attribute("data-pick", parameter.Name),
                        .. Notation.ToElements(parameter.Symbol),
                    ]
                )
            );
            TraceSection chain = story.Chain(parameter);
            panels.Add(
                Markup.Element(
                    "div",
                    [
                        Markup.Class("chain"),
                        Markup.Attribute("id", parameter.Name),
                        Markup.Attribute("data-layer", parameter.Layer),
                        Markup.Attribute("data-unit", parameter.Unit),
                        Markup.Element("h3", Notation.ToElements(chain.Title)),
                        .. chain.Lines.Select(Line),
                    ]
                )
            );
        }

        // On paper there is nothing to pick.
        return Markup.Element(
            "section",
            Markup.Element("h2", Markup.Class("on-screen"), subject.Say(TraceCaptions.PickTitle)),
            Markup.Element("p", Markup.Class("small on-screen"), subject.Say(TraceCaptions.PickNote)),
            links,
            panels
        );
    }

    private static XElement Section(TraceSection section)
    {
        XElement element = Markup.Element(
            "section",
            Markup.Element(section.Level == 1 ? "h2" : "h3", Notation.ToElements(section.Title))
        );
        if (section.Note.Length > 0)
        {
            element.Add(Markup.Element("p", [Markup.Class("small"), .. Notation.ToElements(section.Note)]));
        }
        if (section.Grid is { } grid)
        {
            element.Add(Grid(grid));
        }
        element.Add(section.Lines.Select(Line));
        return element;
    }

    /// <summary>A line whose sides stay whole where there is room, and wrap where there is none.</summary>
    private static XElement Line(TraceLine line)
    {
        XElement element = Markup.Element(
            "div",
            Markup.Class("line"),
            Markup.Element("span", [Markup.Class("left"), .. Notation.ToElements(line.Left)])
        );
        foreach ((int i, string side) in line.Sides.Index())
        {
            string sign = i == 0 ? line.Sign : "=";
            element.Add(
                Markup.Element(
                    "span",
                    [
                        Markup.Class(i == line.Sides.Count - 1 ? "side result" : "side"),
                        $"{sign} ",
                        .. Notation.ToElements(side),
                    ]
                )
            );
        }
        return element;
    }

    private static XElement Grid(TraceGrid grid)
    {
        XElement head = Markup.Element("tr");
        foreach ((int i, string heading) in grid.Headings.Index())
        {
            head.Add(Markup.Element("th", [Markup.Class(i == 0 ? "" : "number"), .. Notation.ToElements(heading)]));
        }
        XElement body = Markup.Element("tbody");
        foreach (IReadOnlyList<string> row in grid.Rows)
        {
            body.Add(
                Markup.Element(
                    "tr",
                    row.Select(
                        (cell, i) =>
                            i == 0
                                ? Markup.Element("th", [Markup.Attribute("scope", "row"), .. Notation.ToElements(cell)])
                                : Markup.Element("td", [Markup.Class("number"), .. Notation.ToElements(cell)])
                    )
                )
            );
        }
        return Markup.Element(
            "div",
            Markup.Class("scroll"),
            Markup.Element("table", Markup.Element("thead", head), body)
        );
    }

    private static XElement GlossaryOf(TraceSubject subject)
    {
        XElement list = Markup.Element("dl", Markup.Class("glossary"));
        foreach ((Caption term, Caption meaning) in Glossary.Entries)
        {
            list.Add(
                Markup.Element(
                    "div",
                    Markup.Element("dt", subject.Say(term)),
                    Markup.Element("dd", subject.Say(meaning))
                )
            );
        }
        return PageParts.Section(subject.Say(TraceCaptions.GlossaryTitle), list);
    }
}
