using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>The members of a feature that is more than its name.</summary>
internal sealed record FeatureBody(
    string Name,
    string Kind,
    IReadOnlyList<string>? Levels = null,
    string? Unit = null,
    string? Format = null
);

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
            JsonSerializer.Deserialize(ref reader, BodyOf(options)) ?? throw new JsonException("A feature is null.");
        return body is { Unit: null, Format: null } ? new FeatureDocument(body.Name, body.Kind, body.Levels)
            : body.Levels is null ? new WrittenFeatureDocument(body.Name, body.Kind, body.Unit, body.Format)
            : throw new JsonException("A category has neither a unit nor a format.");
    }

    public override void Write(Utf8JsonWriter writer, FeatureDocument value, JsonSerializerOptions options)
    {
        if (value.Kind is { } kind)
        {
            WrittenFeatureDocument? written = value as WrittenFeatureDocument;
            FeatureBody body = new(value.Name, kind, value.Levels, written?.Unit, written?.Format);
            JsonSerializer.Serialize(writer, body, BodyOf(options));
        }
        else
        {
            writer.WriteStringValue(value.Name);
        }
    }

    /// <summary>How the members are read and written, by the context that asks for the feature.</summary>
    private static JsonTypeInfo<FeatureBody> BodyOf(JsonSerializerOptions options) =>
        (JsonTypeInfo<FeatureBody>)options.GetTypeInfo(typeof(FeatureBody));
}
