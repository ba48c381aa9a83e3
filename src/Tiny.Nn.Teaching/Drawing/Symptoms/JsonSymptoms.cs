using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Teaching.Diagnostics;

namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>Symptoms as JSON: kinds and names of numbers do not depend on the language, sentences do.</summary>
internal static class JsonSymptoms
{
    internal static JsonArray Create(IEnumerable<Symptom> symptoms, SymptomNames names, Language language)
    {
        SymptomCaptions captions = new(names);
        return [.. symptoms.Select(symptom => Create(symptom, captions.Text(symptom, language), names))];
    }

    /// <summary>What a symptom is, in words with hyphens between them.</summary>
    internal static string Kind(SymptomKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind}");

    private static JsonObject Create(Symptom symptom, SymptomText text, SymptomNames names) =>
        new()
        {
            ["kind"] = Kind(symptom.Kind),
            ["title"] = text.Title,
            ["evidence"] = text.Evidence,
            ["try"] = text.Advice,
            ["numbers"] = new JsonObject(
                symptom.Evidence.Select(evidence =>
                    KeyValuePair.Create(evidence.Name, (JsonNode?)JsonDocuments.Number(evidence.Value))
                )
            ),
            ["places"] = Places(symptom, names),
        };

    private static JsonArray Places(Symptom symptom, SymptomNames names) =>
        [.. symptom.Places.Select(place => Place(place, names))];

    private static JsonObject Place(SymptomPlace place, SymptomNames names) =>
        place switch
        {
            LayerPlace layer => new() { ["layer"] = layer.Layer, ["value"] = JsonDocuments.Number(layer.Value) },
            InputPlace input => new()
            {
                ["input"] = names.Input(input),
                ["mean"] = JsonDocuments.Number(input.Mean),
                ["deviation"] = JsonDocuments.Number(input.Deviation),
            },
            SamplePlace sample => new()
            {
                ["row"] = names.Row(sample),
                ["label"] = names.Class(sample.Label),
                ["looks_like"] = names.Class(sample.Predicted),
                ["probability"] = JsonDocuments.Number(sample.Probability),
                ["share_of_epochs"] = JsonDocuments.Number(sample.Share),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
}
