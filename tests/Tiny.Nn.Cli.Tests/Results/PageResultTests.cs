using System.Xml.Linq;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Tests.Results;

internal sealed class PageResultTests
{
    [Test]
    public void A_section_opens_with_what_was_found_and_what_can_be_seen()
    {
        XElement page = Rendered.Page(
            new Section(
                "Title",
                new Sentence("sentence"),
                new Chart("chart", () => Markup.Element("svg")),
                new Remark("remark"),
                new Note("note"),
                new Verdict("good", IsGood: true),
                new Verdict("bad", IsGood: false)
            )
            {
                Lead = "lead",
            }
        );
        IEnumerable<string> order = page.Descendants()
            .Where(part => part.Name.LocalName is "h2" or "p" or "figcaption")
            .Select(part => part.Value);
        Assert.That(order, Is.EqualTo(["Title", "lead", "good", "bad", "note", "chart", "sentence", "remark"]));
        IEnumerable<string?> classes = page.Descendants()
            .Where(part => part.Name.LocalName == "p")
            .Select(part => part.Attribute("class")?.Value);
        Assert.That(classes, Is.EqualTo([null, "verdict good", "verdict", null, null, "small"]));
    }

    [Test]
    public void Numbers_have_one_form_and_a_dash_where_there_is_none()
    {
        ResultTable table = new TableColumns<int>()
            .Text(null, "a", _ => new MeasureName("accuracy", Direction.LargerIsBetter))
            .Text(null, "b", _ => new MeasureName("error", Direction.SmallerIsBetter))
            .Number(null, "c", _ => Value.Of(1.0 / 3))
            .Number(null, "d", _ => Value.Of(double.NaN))
            .Number(null, "e", _ => Value.Of(new Interval(0.25, 0.5, 0.95), number => $"{number}"))
            .Number(null, "f", _ => Value.Of((Interval?)null, number => $"{number}"))
            .Number(null, "g", _ => Value.Of(1234))
            .Data("h", _ => Value.Of("hidden"))
            .Of("title", [1]);
        XElement page = Rendered.Page(table);
        XElement[] rows = [.. page.Descendants().Where(part => part.Name.LocalName == "tr")];
        Assert.That(
            rows[1].Elements().Select(cell => cell.Value),
            Is.EqualTo(["accuracy\u00A0↑", "error\u00A0↓", "0.3333", "–", "0.2500 to 0.5000", "–", "1,234"])
        );
        Assert.That(rows[0].Elements().Select(cell => cell.Value), Is.EqualTo(["a", "b", "c", "d", "e", "f", "g"]));
        Assert.That(page.Value, Does.EndWith("– not defined or without an interval."));
    }

    [TestCase(30, true)]
    [TestCase(31, false)]
    public void A_matrix_of_many_classes_is_not_drawn(int classes, bool isDrawn)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(i => $"c{i}")];
        CountMatrix matrix = new("Matrix", names, [.. names.Select(_ => new int[classes])])
        {
            Rows = "rows",
            Columns = "columns",
            Description = "described",
        };
        XElement page = Rendered.Page(new Section("Title", matrix));
        Assert.That(page.Descendants().Any(part => part.Name.LocalName == "svg"), Is.EqualTo(isDrawn));
    }
}
