using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What pages on a step have in common.</summary>
internal static class PaperParts
{
    /// <summary>Names and values that say what a page is about.</summary>
    internal static XElement Facts(IEnumerable<(string Name, string Value)> facts)
    {
        XElement list = Markup.Element("dl", Markup.Class("facts"));
        foreach ((string name, string value) in facts)
        {
            list.Add(
                Markup.Element("div", Markup.Element("dt", name), Markup.Element("dd", Notation.ToElements(value)))
            );
        }
        return list;
    }

    /// <summary>Where who works on a sheet of paper writes a name and the date.</summary>
    internal static XElement NameLine(TraceSubject subject) =>
        Markup.Element(
            "p",
            Markup.Class("name-line"),
            $"{subject.Titled(subject.Say(TraceCaptions.Name), "")} ",
            Markup.Element("span", Markup.Class("blank long")),
            $" {subject.Titled(subject.Say(TraceCaptions.Date), "")} ",
            Markup.Element("span", Markup.Class("blank"))
        );
}
