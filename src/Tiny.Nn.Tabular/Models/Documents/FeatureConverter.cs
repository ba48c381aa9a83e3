using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>The members of a feature that is more than its name.</summary>
internal sealed record FeatureBody(string Name, string Kind, IReadOnlyList<string>? Levels = null);

/// <summary>A feature as an object, or as its name alone, which is what format 1 has.</summary>
internal sealed class FeatureConverter : JsonConverter<FeatureDocument>
{
    public override FeatureDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new FeatureDocument(reader.GetString()!);
        }
        FeatureBody body =
            JsonSerializer.Deserialize(ref reader, ModelJson.Default.FeatureBody)
            ?? throw new JsonException("A feature is null.");
        return new FeatureDocument(body.Name, body.Kind, body.Levels);
    }

    public override void Write(Utf8JsonWriter writer, FeatureDocument value, JsonSerializerOptions options)
    {
        if (value.Kind is { } kind)
        {
            FeatureBody body = new(value.Name, kind, value.Levels);
            JsonSerializer.Serialize(writer, body, ModelJson.Default.FeatureBody);
        }
        else
        {
            writer.WriteStringValue(value.Name);
        }
    }
}
