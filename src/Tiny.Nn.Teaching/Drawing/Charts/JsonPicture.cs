using System.Text.Json.Nodes;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A picture as JSON: the numbers that are drawn, before they became places on paper.</summary>
internal static class JsonPicture
{
    internal static JsonObject Create(string command, Picture picture)
    {
        JsonObject document = JsonDocuments.Create(command);
        document["title"] = picture.Title;
        document["notes"] = JsonDocuments.Texts(picture.Notes);
        document["charts"] = new JsonArray([.. picture.Charts.Select(Chart)]);
        return document;
    }

    /// <summary>Pairs of x and y; null where one is no number.</summary>
    internal static JsonArray Points(IEnumerable<(double X, double Y)> points) =>
        new([.. points.Select(point => new JsonArray(JsonDocuments.Number(point.X), JsonDocuments.Number(point.Y)))]);

    private static JsonObject Chart(Chart chart) =>
        new()
        {
            ["name"] = chart.Name,
            ["notes"] = JsonDocuments.Texts(chart.Notes),
            ["x"] = Axis(chart.X),
            ["y"] = Axis(chart.Y),
            ["layers"] = new JsonArray([.. chart.Layers.Select(layer => layer.ToJson())]),
        };

    private static JsonObject Axis(Axis axis) =>
        new()
        {
            ["title"] = axis.Title,
            ["scale"] = axis.Measure.Name,
            ["low"] = JsonDocuments.Number(axis.Measure.Inverse(axis.Low)),
            ["high"] = JsonDocuments.Number(axis.Measure.Inverse(axis.High)),
        };
}
