using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Handouts;

/// <summary>
/// A step for paper: each formula once, below it a table with a row for each sample. Filled, several samples need few pages; blank, what is to be
/// calculated is left out, and there is room to work.
/// </summary>
/// <param name="subject">The step.</param>
/// <param name="isBlank">Whether it is to be filled in.</param>
internal sealed class HandoutPage(TraceSubject subject, bool isBlank)
{
    private readonly TraceStory story = new(subject);

    /// <param name="command">The command line that makes it once more.</param>
    /// <param name="stream">Where it goes.</param>
    internal void Write(string command, Stream stream) => PageShell.Write(Create(command), stream);

    private XElement Create(string command)
    {
        string title = subject.Say(TraceCaptions.Title);
        HandoutTables tables = new(subject, isBlank);
        return PageShell.Create(
            subject.Language.Code(),
            title,
            new PageMeans(PageStyle.Text + TraceStyle.Text + PaperStyle.Text),
            [
                Markup.Element("header", Markup.Element("h1", title), PaperParts.Facts(story.Facts)),
                PaperParts.NameLine(subject),
                .. NetworkSketch.Of(subject),
                Given(tables),
                .. new HandoutSteps(subject).All.Select(step => Part(step.Title, tables.Of(step))),
                Part(subject.Say(TraceCaptions.UpdateTitle), tables.Update(new UpdateStory(subject))),
                Markup.Element("p", Markup.Class("small"), Markup.Element("code", command)),
            ]
        );
    }

    /// <summary>What everything begins with: the weights, and the samples as they stand in the file and as the network sees them.</summary>
    private XElement Given(HandoutTables tables) =>
        Part(
            subject.Say(HandoutCaptions.Given),
            [
                .. story.Scaling is { } scaling
                    ? new[] { Markup.Element("p", Markup.Class("small"), scaling.Note.In(subject.Language)) }
                    : [],
                Markup.Element("div", [Markup.Class("beside"), .. tables.Samples(), .. tables.Weights()]),
            ]
        );

    private static XElement Part(string title, IEnumerable<XElement> content) =>
        Markup.Element("section", [Markup.Class("part"), Markup.Element("h2", Notation.ToElements(title)), .. content]);
}
