using System.Text.Json;
using Tiny.Nn.Cli.Check;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Tests.Results;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Check;

internal sealed class CheckDescriptionTests
{
    private static Result Of(string text)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(text));
        Table table = CsvTable.Read(stream, "data.csv", new CsvOptions { Target = "y" });
        return CheckDescription.Of(table);
    }

    [Test]
    public void A_column_has_its_kind_and_at_most_five_of_its_levels()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"{row}.5,city{row % 7},{row % 2}\n"));
        Result result = Of($"size,city,y\n{rows}");
        string text = Rendered.Text(result.Shown);
        Assert.That(text, Does.Match("\n  size +number\n"));
        Assert.That(text, Does.Match("\n  city +category +city0, city1, city2, city3, city4, … \\(7\\)\n"));
        JsonElement[] columns = [.. Rendered.Json(result).GetProperty("columns").EnumerateArray()];
        Assert.That(columns[0].GetRawText(), Is.EqualTo("""{"name":"size","kind":"number"}"""));
        Assert.That(columns[1].GetProperty("levels").GetArrayLength(), Is.EqualTo(7), "documents have all");
    }

    [Test]
    public void What_is_odd_stands_in_a_table()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"{row}.5,same,{row % 2}\n"));
        Result odd = Of($"size,city,y\n{rows}");
        Assert.That(
            Rendered.Text(odd.Shown),
            Does.Match("finding +column +evidence\n").And.Match("constant\\S* +city ")
        );
        JsonElement finding = Rendered.Json(odd).GetProperty("findings")[0];
        Assert.That(
            finding.EnumerateObject().Select(member => member.Name),
            Is.EqualTo(["kind", "column", "evidence"])
        );
    }
}
