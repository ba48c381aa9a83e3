using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>The layers of a document, and no more of them than any network has: three bytes of a hostile file could ask for a hundred.</summary>
internal sealed class LayersConverter : JsonConverter<IReadOnlyList<LayerDocument>>
{
    internal const int MostLayers = 10_000;

    public override IReadOnlyList<LayerDocument> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The layers are not a list.");
        }
        List<LayerDocument> layers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (layers.Count == MostLayers)
            {
                throw new JsonException($"The network has more than {MostLayers} layers.");
            }
            layers.Add(
                JsonSerializer.Deserialize(ref reader, ModelJson.Default.LayerDocument)
                    ?? throw new JsonException("A layer is null.")
            );
        }
        return layers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<LayerDocument> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (LayerDocument layer in value)
        {
            JsonSerializer.Serialize(writer, layer, ModelJson.Default.LayerDocument);
        }
        writer.WriteEndArray();
    }
}
