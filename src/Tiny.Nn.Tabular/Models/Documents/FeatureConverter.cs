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
        bool isPlain = body is { Levels: null, Unit: null, Format: null };
        return new FeatureDocument(
            body.Name,
            body.Kind,
            isPlain ? null : new FeatureDetails(body.Levels, body.Unit, body.Format)
        );
    }

    public override void Write(Utf8JsonWriter writer, FeatureDocument value, JsonSerializerOptions options)
    {
        if (value.Kind is { } kind)
        {
            FeatureDetails? details = value.Details;
            FeatureBody body = new(value.Name, kind, details?.Levels, details?.Unit, details?.Format);
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
