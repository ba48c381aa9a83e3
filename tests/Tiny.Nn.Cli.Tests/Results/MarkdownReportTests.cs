using System.Xml.Linq;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Tests.Results;

internal sealed class MarkdownReportTests
{
    [Test]
    public void A_report_is_a_document_with_tables()
    {
        ResultTable table = new TableColumns<int>()
            .Text("name", "measure", _ => new MeasureName("error", Direction.SmallerIsBetter))
            .Number("value", "model", row => Value.Of(row / 4.0))
            .Data("hidden", _ => Value.Of("hidden"))
            .Of("title", [1, 2]);
        string text = Rendered.Markdown(
            new ReportPage(
                "Regression of y",
                new Facts("", [new Field("", "rows", Value.Grouped(1234))]),
                [
                    new Section("Result", table, new Verdict("It is good.", IsGood: true), new Note("Mind this."))
                    {
                        Lead = "First this.",
                    },
                ]
            )
        );
        Assert.That(
            text,
            Is.EqualTo(
                """
                # Regression of y

                * rows: 1,234

                ## Result

                First this.

                **It is good.**

                Mind this.

                | measure | model |
                | --- | --: |
                | error ↓ | 0.2500 |
                | error ↓ | 0.5000 |

                *↑ larger is better, ↓ smaller is better, – not defined or without an interval.*

                """.Replace("error ↓", "error\u00A0↓", StringComparison.Ordinal)
            )
        );
    }

    [Test]
    public void A_matrix_is_a_table_and_a_section_of_drawings_is_left_out()
    {
        CountMatrix matrix = new(
            "Matrix",
            ["a", "b"],
            [
                [1, 2],
                [3, 4],
            ]
        )
        {
            Rows = "actual",
            Columns = "predicted",
            Description = "",
        };
        string text = Rendered.Markdown(
            new Section("Drawn", new Chart("chart", () => throw new InvalidOperationException("Nobody draws it."))),
            new Section("Seen", matrix, new Chart("chart", () => new XElement("svg")))
        );
        Assert.That(text, Does.Not.Contain("Drawn").And.Not.Contain("svg"));
        Assert.That(
            text,
            Does.Contain("| actual \\\\ predicted | a | b |\n| --- | --: | --: |\n| a | 1 | 2 |\n| b | 3 | 4 |\n")
        );
    }

    [TestCase("a|b", "a\\|b")]
    [TestCase("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`")]
    [TestCase("<script>", "\\<script\\>")]
    [TestCase("[a](b)", "\\[a\\](b)")]
    [TestCase("a&amp;b", "a\\&amp;b")]
    [TestCase("a\nb", "a\\\\u{A}b")]
    public void No_name_of_the_data_marks_anything_up(string name, string written)
    {
        ResultTable table = new TableColumns<string>().Text("name", name, Value.Of).Of("", [name]);
        string text = Rendered.Markdown(new Section(name, table, new Sentence(name)));
        Assert.That(text, Does.Contain($"| {written} |\n| --- |\n| {written} |\n\n{written}\n"));
        Assert.That(text, Does.Contain($"## {written}\n"));
    }

    [Test]
    public void A_command_line_cannot_end_its_fence() =>
        Assert.That(
            Rendered.Markdown(new CommandText("tinynn train '```.csv'")),
            Does.EndWith("\n````\ntinynn train '```.csv'\n````\n")
        );

    [TestCase("a.md", ".md")]
    [TestCase("A.MD", ".md")]
    [TestCase("a.html", ".html")]
    [TestCase("a.md.txt", ".html")]
    [TestCase("report", ".html")]
    public void The_name_of_the_file_asks_for_a_format(string path, string extension) =>
        Assert.That(ReportFormat.Of(path).Extension, Is.EqualTo(extension));

    [Test]
    public void The_help_and_the_page_name_every_format()
    {
        Markdown page = new("docs/report.md");
        Assert.That(ReportFormat.Choice, Does.StartWith("as a page for a browser, or as Markdown where"));
        foreach (ReportFormat format in ReportFormat.All)
        {
            Assert.That(ReportFormat.Choice, Does.Contain(format.What));
            Assert.That(page.Text, Does.Contain($"`--report page{format.Extension}`"), "docs/report.md");
        }
    }
}
