using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>Targets of many classes: what is printed does not grow with them, and memory not with their square.</summary>
internal sealed class ManyClassesTests : CommandTests
{
    [TestCase(31, false)]
    [TestCase(400, true)]
    public void Output_has_the_classes_and_mistakes_that_matter(int classes, bool isLarge)
    {
        string data = Data(classes, rows: 3 * classes);
        Run run = Train(data, "-o", "m.tnn", "--report", "page.html", "--force").Good();
        Assert.That(run.Output, Does.Contain("The 20 classes with the most mistakes;"));
        Assert.That(run.Output, Does.Match($@"a confusion matrix of {classes} classes\s+would be\s+too\s+large"));
        Assert.That(run.Lines, Has.Length.LessThan(80));
        Assert.That(File.ReadAllText(Place.Path("page.html")).Length, Is.LessThan(100_000));
        Assert.That(Asked("inspect", "m.tnn").Good().Output, Does.Contain($", … ({classes})"));
        Assert.That(Asked("evaluate", "m.tnn", data).Good().Lines, Has.Length.LessThan(80));
        JsonElement report = Asked("evaluate", "m.tnn", data, "--json").Good().Json.GetProperty("report");
        Assert.That(report.GetProperty("classes").GetArrayLength(), Is.EqualTo(classes), "All of them");
        Assert.That(report.GetProperty("confusion").ValueKind == JsonValueKind.Null, Is.EqualTo(isLarge));
        Assert.That(report.TryGetProperty("confusions", out JsonElement mistakes), Is.EqualTo(isLarge));
        if (isLarge)
        {
            int[] rows = [.. mistakes.EnumerateArray().Select(mistake => mistake.GetProperty("rows").GetInt32())];
            Assert.That(rows, Has.Length.InRange(1, 100).And.Ordered.Descending);
        }
    }

    [Test]
    public void Classes_that_cannot_be_learned_are_one_note()
    {
        string parts = string.Concat(
            Enumerable.Range(0, 60).Select(row => $"{row}.5,c{row % 20},{(row % 20 < 12 ? "test" : "train")}\n")
        );
        Place.Write("d.csv", $"x,y,part\n{parts}");
        Run run = Asked("train", "d.csv", "--target", "y", "--split-column", "part", "--epochs", "1", "-o", "m.tnn");
        Assert.That(
            run.Good().Error,
            Does.Contain("note: 12 classes cannot be learned: none of their rows is for training: c0, c1, c10,")
        );
    }

    /// <summary>Ten thousand classes: a matrix of them would have 10⁸ cells, and one-hot targets 3·10⁸.</summary>
    [Test]
    public void Five_thousand_classes_take_seconds_and_no_gigabyte()
    {
        string data = Data(5_000, rows: 10_000);
        (string, string) limit = ("DOTNET_GCHeapHardLimit", "28000000");
        string[] train = ["train", data, "--target", "y", "--task", "classification", "--epochs", "1", "--hidden", "4"];
        Run run = Tests.Tinynn.In(Place, [.. train, "-o", "m.tnn"], "", limit).Good();
        Assert.That(run.Lines, Has.Length.LessThan(80));
        Run again = Tests.Tinynn.In(Place, ["evaluate", "m.tnn", data], "", limit).Good();
        Assert.That(again.Output, Does.Contain("10000 rows"));
    }

    private Run Train(string data, params string[] more) =>
        Asked(["train", data, "--target", "y", "--task", "classification", "--epochs", "1", "--hidden", "4", .. more]);

    private string Data(int classes, int rows)
    {
        StringBuilder text = new("a,b,y\n");
        for (int row = 0; row < rows; row++)
        {
            int code = row % classes;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{code % 10 + row * 7 % 13 / 13.0:F3},{code / 10 + row * 5 % 11 / 11.0:F3},class {code}\n"
            );
        }
        return Place.Write("d.csv", text.ToString());
    }
}
