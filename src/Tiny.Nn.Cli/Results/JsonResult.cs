using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>A result as JSON.</summary>
internal static class JsonResult
{
    /// <summary>The document of a command.</summary>
    internal static JsonObject Create(string command, Result result)
    {
        JsonObject document = JsonDocuments.Create(command);
        foreach (Field field in result.Data)
        {
            document[field.Key] = Node(field.Value);
        }
        return document;
    }

    private static JsonNode? Node(Value value) =>
        value switch
        {
            NoValue or AbsentValue => null,
            TextValue or MeasureName => JsonValue.Create(value.Text),
            NumberValue number => JsonDocuments.Number(number.Number),
            CountValue { Count: { } count } => JsonValue.Create(count),
            CountValue => null,
            SeedValue seed => JsonValue.Create(seed.Number),
            TruthValue truth => JsonValue.Create(truth.Truth),
            IntervalValue { Interval: { } interval } => Interval(interval),
            IntervalValue => null,
            ListValue list => new JsonArray([.. list.Items.Select(Node)]),
            GroupValue group => Object(group.Members),
            _ => throw new ArgumentException($"A {value.GetType().Name} has no JSON.", nameof(value)),
        };

    private static JsonObject Object(IEnumerable<(string Key, Value Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, Node(member.Value))));

    private static JsonObject Interval(Interval interval) =>
        new()
        {
            ["lower"] = JsonDocuments.Number(interval.Lower),
            ["upper"] = JsonDocuments.Number(interval.Upper),
            ["confidence"] = interval.Confidence,
        };
}
