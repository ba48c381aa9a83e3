using System.Text.Json;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Tests.Results;

internal sealed class JsonResultTests
{
    private static readonly Func<double, string> Rounded = number => $"{number:0}";

    [TestCaseSource(nameof(Values))]
    public void A_value_keeps_its_type_and_all_its_digits(object value, string json) =>
        Assert.That(
            Rendered.Json(new Result([new("it", (Value)value)], [])).GetProperty("it").GetRawText(),
            Is.EqualTo(json)
        );

    private static IEnumerable<TestCaseData> Values() =>
        [
            new(Value.None, "null"),
            new(Value.Of((string?)null), "null"),
            new(Value.Of("text"), "\"text\""),
            new(new MeasureName("accuracy", Direction.LargerIsBetter), "\"accuracy\""),
            new(Value.Of(1.0 / 3, Rounded), "0.3333333333333333"),
            new(Value.Of(double.NaN), "null"),
            new(Value.Of(double.PositiveInfinity), "null"),
            new(Value.Of((double?)null), "null"),
            new(Value.Of(7), "7"),
            new(Value.Of((int?)null), "null"),
            new(Value.Grouped(1234567), "1234567"),
            new(Value.Seed(ulong.MaxValue), "18446744073709551615"),
            new(Value.Of(true), "true"),
            new(Value.Of(["a", "b"]), """["a","b"]"""),
            new(Value.Of(Array.Empty<string>()), "[]"),
            new(Value.Of(new Interval(0.25, 0.5, 0.95), Rounded), """{"lower":0.25,"upper":0.5,"confidence":0.95}"""),
            new(Value.Of(new Interval(double.NaN, 1, 0.95), Rounded), """{"lower":null,"upper":1,"confidence":0.95}"""),
            new(Value.Of((Interval?)null, Rounded), "null"),
            new(Field.Group(new("b", Value.Of(1)), new("a", Value.Of(2))), """{"b":1,"a":2}"""),
        ];

    [Test]
    public void A_table_is_a_list_of_objects_of_its_keyed_columns()
    {
        ResultTable table = new TableColumns<int>()
            .Text("name", "a name", row => Value.Of($"n{row}"))
            .Number(null, "shown only", row => Value.Of(row))
            .Data("levels", row => row > 1 ? Value.Of(["x"]) : Value.Absent)
            .Data("none", _ => Value.None)
            .Of("title", [1, 2]);
        table = table with { Totals = [table.Rows[0]] };
        Assert.That(
            Rendered.Json(new Result([new("rows", table.List)], [])).GetProperty("rows").GetRawText(),
            Is.EqualTo("""[{"name":"n1","none":null},{"name":"n2","levels":["x"],"none":null}]"""),
            "totals are for people, and what a row does not have has no name"
        );
    }

    [Test]
    public void A_document_begins_with_its_schema_and_command_and_keeps_the_order()
    {
        JsonElement document = Rendered.Json(new Result([new("z", Value.Of(1)), new("a", Value.Of(2))], []));
        Assert.That(
            document.EnumerateObject().Select(member => member.Name),
            Is.EqualTo(["schema", "command", "z", "a"])
        );
    }
}
