using System.Text;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>Output does not grow with the columns; documents have all.</summary>
internal sealed class ManyColumnsTests : CommandTests
{
    private const int Columns = 600;
    private const int Few = 130;

    private static readonly Dictionary<string, Func<int, int, string>> Shapes = new()
    {
        ["missing"] = (row, column) => (row + column) % 4 == 0 ? "" : $"{(row * 31 + column * 17) % 97}.5",
        ["constant"] = (row, column) => column == 0 ? $"{row * 7 % 11}.5" : "7",
        ["duplicate"] = (row, column) => $"{(row * 31 + column % 2) % 97}.5",
        ["text"] = (row, column) =>
            ((row + column) % 4) switch
            {
                0 => "NA",
                1 => "Red",
                2 => "red",
                _ => "#N/A",
            },
    };

    private static IEnumerable<string> Names => Shapes.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_table_of_many_columns_is_told_in_few_lines(string shape)
    {
        string data = Data(Columns, Shapes[shape]);
        foreach (
            string[] command in (string[][])
                [
                    ["train", data, "--target", "y", "--epochs", "1", "--hidden", "2", "-o", "m.tnn"],
                    ["train", data, "--target", "y", "--dry-run"],
                    ["check", data, "--target", "y"],
                    ["inspect", "m.tnn"],
                    ["evaluate", "m.tnn", data],
                ]
        )
        {
            Run run = Asked(command).Good();
            Assert.That(run.Error.Split('\n'), Has.Length.LessThan(20), string.Join(' ', command));
            Assert.That(run.Error.Length, Is.LessThan(3000), string.Join(' ', command));
            Assert.That(run.Lines, Has.Length.LessThan(Few), string.Join(' ', command));
        }
        Assert.That(Asked("predict", "m.tnn", data, "-o", "p.csv").Good().Error.Split('\n'), Has.Length.LessThan(8));
    }

    [Test]
    public void Documents_have_all_of_it()
    {
        string data = Data(Columns, Shapes["missing"]);
        JsonElement check = Asked("check", data, "--target", "y", "--json").Good().Json;
        Assert.That(
            check
                .GetProperty("findings")
                .EnumerateArray()
                .Count(finding => finding.GetProperty("kind").GetString() == "missing-cells"),
            Is.EqualTo(Columns)
        );
        Assert.That(check.GetProperty("columns").GetArrayLength(), Is.EqualTo(Columns));
    }

    [Test]
    public void Many_columns_of_a_kind_are_one_note_and_a_few_are_one_each()
    {
        Run many = Asked("train", Data(6, Shapes["missing"]), "--target", "y", "--epochs", "1", "-o", "m.tnn").Good();
        Assert.That(
            many.Error,
            Does.Contain(
                "note: 6 columns: missing cells: 'x0', 'x1', 'x2', 'x3', 'x4', …; the first: 10 cells missing\n"
            )
        );
        Run few = Asked("train", Data(5, Shapes["missing"]), "--target", "y", "--epochs", "1", "-o", "n.tnn").Good();
        Assert.That(few.Error.Split("cells missing\n"), Has.Length.EqualTo(6));
        Assert.That(few.Error, Does.Contain("note: column 'x4': 10 cells missing\n"));
    }

    [Test]
    public void Columns_that_are_not_used_or_not_what_they_seem_are_not_all_named()
    {
        Asked("train", Data(2, Shapes["missing"]), "--target", "y", "--epochs", "1", "-o", "m.tnn").Good();
        Run unused = Asked("predict", "m.tnn", Data(Columns, Shapes["missing"]), "-o", "p.csv").Good();
        Assert.That(unused.Error, Does.Contain("and 578 more").And.Not.Contain("x500"));
        Run odd = Asked("train", Data(Columns, (row, _) => $"2024/01/{1 + row % 28:00}"), "--target", "y");
        Assert.That(odd.Failed(3, "d.csv").Error, Does.Contain("; and 590 more").And.Not.Contain("x500"));
        Run none = Asked("train", Data(Columns, Shapes["missing"]));
        Assert.That(none.Failed(2, "and 581 more").Error, Does.Contain("--target y"));
    }

    private string Data(int columns, Func<int, int, string> cell)
    {
        StringBuilder text = new(string.Join(',', Enumerable.Range(0, columns).Select(i => $"x{i}").Append("y")));
        for (int row = 0; row < 40; row++)
        {
            text.Append('\n').AppendJoin(',', Enumerable.Range(0, columns).Select(column => cell(row, column)));
            text.Append(',').Append(row % 2 == 0 ? "p" : "q");
        }
        return Place.Write("d.csv", text.Append('\n').ToString());
    }
}
