using System.Xml;
using System.Xml.Linq;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Reports;

internal sealed class ReportPageTests : CommandTests
{
    [Test]
    public void A_training_has_a_page()
    {
        Run run = Trained(Samples.Iris, "species", "--report", "iris.html");
        XElement page = Page("iris.html");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Error, Does.Contain("report  iris.html\n"));
            Assert.That(Heading(page, "h1"), Is.EqualTo("Classification of species"));
            Assert.That(
                Heading(page, "h2"),
                Is.EqualTo("Result|Classes|Training|Columns|Network|Settings|The same once more")
            );
            Assert.That(
                Heading(page, "figcaption"),
                Does.StartWith("Confusion matrix|Calibration|5 epochs on 120 rows, lowest loss ")
            );
            Assert.That(page.Value, Does.Contain("majority class").And.Contain("linear model").And.Contain("rows for"));
            Assert.That(page.Descendants("p").Select(text => text.Value), Has.Some.Contain("% interval"));
            Assert.That(page.Descendants("th").Select(text => text.Value), Does.Contain("petal_width"));
        }
    }

    [Test]
    public void Where_folds_judged_the_page_is_about_them()
    {
        Run run = Trained(Samples.Iris, "species", "--report", "iris.html", "--cv", "3", "--json");
        XElement page = Page("iris.html");
        Assert.That(
            Heading(page, "h2"),
            Does.StartWith("Cross-validation|All rows together, each out of its fold|Classes|Training|")
        );
        Assert.That(page.Value, Does.Contain("3 folds").And.Contain("rows for this report150").And.Contain("spread"));
        double mean = run
            .Json.GetProperty("cross_validation")
            .GetProperty("measures")[0]
            .GetProperty("mean")
            .GetDouble();
        XElement accuracy = page.Descendants("tr")
            .First(row => row.Value.StartsWith("accuracy", StringComparison.Ordinal));
        Assert.That(
            accuracy.Value,
            Does.StartWith("accuracy" + mean.ToString("F4", System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.That(
            page.Descendants("rect")
                .Where(cell => cell.Value.Contains(": ", StringComparison.Ordinal))
                .Sum(cell => int.Parse(cell.Value.Split(": ")[1], null)),
            Is.EqualTo(150),
            "Every row is in the confusion matrix"
        );
    }

    [Test]
    public void A_page_of_numbers_has_plots_of_every_row()
    {
        Trained(Samples.Diabetes, "progression", "--report", "page.html");
        XElement page = Page("page.html");
        XElement[] figures = [.. page.Descendants("figure")];
        Assert.That(Heading(page, "h1"), Is.EqualTo("Regression of progression"));
        Assert.That(figures, Has.Length.EqualTo(3));
        Assert.That(
            figures[0].Descendants("circle").Count(circle => circle.Attribute("class")!.Value == "dot"),
            Is.EqualTo(88 + 1),
            "one for each test row, one in the legend"
        );
        IEnumerable<int> bars = figures[1]
            .Descendants("rect")
            .Select(bar => int.Parse(bar.Value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(bars.Sum(), Is.EqualTo(88));
    }

    [Test]
    public void An_evaluation_has_a_page()
    {
        Asked("evaluate", Samples.DiabetesModel, Samples.Diabetes, "--report", "page.html").Good();
        XElement page = Page("page.html");
        Assert.That(page.Descendants("circle").Count(c => c.Attribute("class")!.Value == "dot"), Is.EqualTo(442 + 1));
        Asked("evaluate", Samples.IrisModel, Samples.Iris, "--report", "iris.html", "--json").Good();
        Assert.That(
            Page("iris.html").Descendants("rect").Sum(cell => int.Parse(cell.Value.Split(": ")[1], null)),
            Is.EqualTo(150)
        );
    }

    [Test]
    public void A_page_repeats_its_run()
    {
        Trained(Samples.Iris, "species", "--report", "my page.html", "--hidden", "3");
        byte[] before = File.ReadAllBytes(Place.Path("my page.html"));
        string command = Page("my page.html").Descendants("code").Single().Value;
        Assert.That(command, Does.StartWith("tinynn train ").And.EndWith(" --force").And.Contain("'my page.html'"));
        string[] words = [.. command.Split(' ').Skip(1)];
        int name = Array.IndexOf(words, "'my");
        words[name] = "my page.html";
        Asked([.. words.Where(word => word != "page.html'")]).Good();
        string after = File.ReadAllText(Place.Path("my page.html"));
        Assert.That(
            after.Replace(" --force", "", StringComparison.Ordinal),
            Is.EqualTo(System.Text.Encoding.UTF8.GetString(before).Replace(" --force", "", StringComparison.Ordinal))
        );
    }

    [Test]
    public void A_page_asks_nothing_of_the_network()
    {
        Trained(Samples.Iris, "species", "--report", "page.html");
        string text = File.ReadAllText(Place.Path("page.html"));
        string[] outside = ["//", "url(", "@import", "src=", "href=", "<script", "<link", "<img", "<iframe"];
        foreach (string way in outside)
        {
            Assert.That(text, Does.Not.Contain(way));
        }
        Assert.That(text, Does.StartWith("<!DOCTYPE html>\n<html lang=\"en\">").And.Contain("default-src 'none'"));
    }

    [Test]
    public void Every_class_of_a_shape_is_in_the_style()
    {
        Trained(Samples.Iris, "species", "--report", "page.html");
        XElement page = Page("page.html");
        string style = page.Descendants("style").Single().Value;
        IEnumerable<string> used = page.Descendants("svg")
            .Descendants()
            .SelectMany(shape => (shape.Attribute("class")?.Value ?? "axis").Split(' '))
            .Distinct();
        Assert.That(used.Where(name => !style.Contains($".{name} {{", StringComparison.Ordinal)), Is.Empty);
        Assert.That(style.AsSpan().IndexOfAny('<', '>', '&'), Is.Negative, "a browser reads no escapes in a style");
    }

    [Test]
    public void Hostile_names_stay_text()
    {
        const string Column = "<script>alert(1)</script>";
        const string Target = "\"y'&]]>";
        string[] labels = ["<img src=x onerror=alert(1)>", "</style><b>", "\u202e\u0007&amp;"];
        IEnumerable<string> rows = Enumerable.Range(0, 60).Select(i => $"{i % 7},{labels[i % 3]}");
        Place.Write(
            "bad.csv",
            $"{Column},\"{Target.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n{string.Join('\n', rows)}\n"
        );
        Trained("bad.csv", Target, "--report", "bad.html");
        string text = File.ReadAllText(Place.Path("bad.html"));
        XElement page = Page("bad.html");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Descendants().Select(part => part.Name.LocalName), Has.None.AnyOf("script", "img", "b"));
            Assert.That(text, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<b>"));
            Assert.That(text, Does.Not.Contain("\u202e").And.Not.Contain("\u0007"));
            Assert.That(page.Descendants("th").Select(cell => cell.Value), Does.Contain(Column).And.Contain(labels[0]));
            Assert.That(page.Descendants("title").First().Value, Is.EqualTo($"Classification of {Target}"));
        }
    }

    [Test]
    public void Without_test_rows_the_page_says_so()
    {
        Trained(Samples.Iris, "species", "--report", "page.html", "--test", "0");
        Assert.That(Page("page.html").Value, Does.Contain("No rows were set aside"));
    }

    [Test]
    public void A_page_that_is_there_is_kept_unless_forced()
    {
        Place.Write("page.html", "mine");
        string[] run = ["train", Samples.Iris, "--target", "species", "--epochs", "2", "--report", "page.html"];
        Asked(run).Failed(2, "page.html");
        Assert.That(File.ReadAllText(Place.Path("page.html")), Is.EqualTo("mine"));
        Assert.That(Place.Names.Single(), Is.EqualTo("page.html"), "nothing was trained");
        Asked([.. run, "--force"]).Good();
        Assert.That(string.Join('|', Place.Names.Order()), Is.EqualTo("iris.tnn|page.html"));
        string[] again = ["evaluate", "iris.tnn", Samples.Iris, "--report", "page.html"];
        Asked(again).Failed(2, "page.html");
        Asked([.. again, "--force"]).Good();
    }

    [TestCase("-")]
    [TestCase("iris.tnn")]
    [TestCase("data.csv")]
    [TestCase("missing/page.html")]
    public void A_page_needs_a_place_of_its_own(string page)
    {
        Place.Write("data.csv", File.ReadAllText(Samples.Iris));
        Asked("train", "data.csv", "--target", "species", "-o", "iris.tnn", "--report", page, "--force")
            .Failed(2, page);
        Assert.That(Place.Names.Single(), Is.EqualTo("data.csv"));
    }

    [Test]
    public void The_model_does_not_depend_on_the_page()
    {
        Trained(Samples.Iris, "species", "-o", "with.tnn", "--report", "page.html");
        Trained(Samples.Iris, "species", "-o", "without.tnn");
        Assert.That(
            File.ReadAllBytes(Place.Path("with.tnn")),
            Is.EqualTo(File.ReadAllBytes(Place.Path("without.tnn")))
        );
        Assert.That(ModelFile.Load<float>(Place.Path("with.tnn")).Provenance.Settings.Keys, Has.None.EqualTo("report"));
    }

    private Run Trained(string data, string target, params string[] flags) =>
        Asked(["train", data, "--target", target, "--epochs", "5", .. flags]).Good();

    /// <summary>The page, read as XML: so it is well-formed.</summary>
    private XElement Page(string name)
    {
        using XmlReader reader = XmlReader.Create(
            Place.Path(name),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
        );
        return XElement.Load(reader);
    }

    private static string Heading(XElement page, string name) =>
        string.Join('|', page.Descendants(name).Select(heading => heading.Value));
}
