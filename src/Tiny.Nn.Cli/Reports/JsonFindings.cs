using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What columns are, and what is odd about them, as JSON.</summary>
internal static class JsonFindings
{
    internal static JsonArray Create(IEnumerable<Finding> findings) =>
        [
            .. findings.Select(finding => new JsonObject
            {
                ["kind"] = Kind(finding),
                ["column"] = finding.Column,
                ["evidence"] = AdviceWords.Evidence(finding),
            }),
        ];

    internal static JsonArray Columns(IEnumerable<Feature> schema) => [.. schema.Select(Column)];

    /// <summary>What a finding is, in words with hyphens between them.</summary>
    internal static string Kind(Finding finding) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{finding.Kind}");

    private static JsonObject Column(Feature feature)
    {
        JsonObject column = new() { ["name"] = feature.Name, ["kind"] = feature.Kind };
        if (feature is CategoryFeature category)
        {
            column["levels"] = JsonDocuments.Texts(category.Levels);
        }
        return column;
    }
}
