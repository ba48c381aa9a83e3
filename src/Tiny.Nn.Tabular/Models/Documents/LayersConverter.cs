using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tiny.Nn.Layers;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>The layers of a document, and no more of them than any network has: three bytes of a hostile file could ask for a hundred.</summary>
internal sealed class LayersConverter : JsonConverter<IReadOnlyList<LayerDocument>>
{
    internal const int MostLayers = 10_000;
    private const int MostSettings = 16;

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
            layers.Add(ReadLayer(ref reader));
        }
        return layers;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<LayerDocument> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (LayerDocument layer in value)
        {
            writer.WriteStartObject();
            foreach (LayerSetting setting in layer.Settings)
            {
                if (setting.Number is { } number)
                {
                    writer.WriteNumber(setting.Name, number);
                }
                else
                {
                    writer.WriteString(setting.Name, setting.Text);
                }
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static LayerDocument ReadLayer(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A layer is no object.");
        }
        List<LayerSetting> settings = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            if (settings.Count == MostSettings || settings.Exists(setting => setting.Name == name))
            {
                throw new JsonException($"A layer has a member twice, or more than {MostSettings}.");
            }
            reader.Read();
            settings.Add(ReadSetting(ref reader, name));
        }
        return new LayerDocument(settings);
    }

    private static LayerSetting ReadSetting(ref Utf8JsonReader reader, string name) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => new LayerSetting(name, reader.GetDouble(), RawText(ref reader)),
            JsonTokenType.String => new LayerSetting(name, reader.GetString()!),
            _ => throw new JsonException("A member of a layer is neither a number nor a text."),
        };

    private static string RawText(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
