using System.Text.Json.Nodes;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Gradients;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary>A gradient check as JSON: every parameter, as they lie in the network.</summary>
internal static class JsonGradients
{
    internal static JsonObject Create(CheckedGradient check)
    {
        JsonObject document = JsonDocuments.Create("gradcheck");
        document["data"] = check.Lesson.Source.Length > 0 ? check.Lesson.Source : null;
        document["sizes"] = check.Lesson.Network.Architecture.ToString();
        document["loss"] = check.Lesson.Loss.Name;
        document["rows"] = new JsonArray([.. check.Lesson.Rows.Select(row => JsonValue.Create(row))]);
        document["tolerance"] = check.Tolerance;
        document["agrees"] = check.Agrees;
        document["kinks"] = check.Report.Kinks;
        document["largest_relative_error"] = JsonDocuments.Number(check.Report.LargestRelativeError);
        document["parameters"] = new JsonArray([
            .. check.Report.Comparisons.Select(comparison => Parameter(check, comparison)),
        ]);
        return document;
    }

    private static JsonObject Parameter(CheckedGradient check, GradientComparison comparison) =>
        new()
        {
            ["name"] = check.NameOf(comparison),
            ["analytic"] = JsonDocuments.Number(comparison.Analytic),
            ["numeric"] = JsonDocuments.Number(comparison.Numeric),
            ["relative_error"] = JsonDocuments.Number(comparison.RelativeError),
            ["kink"] = comparison.AtKink,
            ["agrees"] = !check.IsWrong(comparison),
        };
}
