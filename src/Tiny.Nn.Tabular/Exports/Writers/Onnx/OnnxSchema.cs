using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>What an ONNX model takes and gives, and rows with their answers, as JSON.</summary>
internal static class OnnxSchema
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, as the model's metadata hold it.</summary>
    /// <param name="plan">What the model computes.</param>
    /// <param name="inputs">The names of its inputs.</param>
    internal static string Write(Plan plan, IReadOnlyList<string> inputs) =>
        Json(json =>
        {
            json.WriteStartArray("columns");
            foreach (Column column in plan.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString(
                    "kind",
                    column switch
                    {
                        NumberColumn => "number",
                        DateColumn => "date",
                        LevelColumn => "category",
                        _ => "text",
                    }
                );
                if (column is LevelColumn level)
                {
                    WriteTexts(json, "levels", level.Levels);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            WriteTexts(json, "inputs", inputs);
            json.WriteString("target", plan.Answer.Name);
            if (plan.Answer is ClassAnswer classes)
            {
                WriteTexts(json, "classes", classes.Classes);
                if (classes.Positive is { } positive)
                {
                    json.WriteString("positive", classes.Classes[positive]);
                    json.WriteNumber("threshold", classes.Threshold);
                }
            }
        });

    /// <summary>The rows that prove a model, with the engine's answers.</summary>
    internal static byte[] WriteProbes(Plan plan) =>
        Encoding.UTF8.GetBytes(
            Json(json =>
            {
                WriteTexts(json, "columns", plan.Columns.Select(column => column.Name));
                json.WriteStartArray("rows");
                foreach (Probe probe in plan.Probes)
                {
                    json.WriteStartObject();
                    json.WriteString("about", probe.About);
                    json.WriteStartArray("cells");
                    foreach (object? cell in probe.Cells)
                    {
                        WriteCell(json, cell);
                    }
                    json.WriteEndArray();
                    json.WriteStartArray("answer");
                    foreach (double value in probe.Answer)
                    {
                        json.WriteNumberValue(value);
                    }
                    json.WriteEndArray();
                    if (plan.Answer is ClassAnswer classes)
                    {
                        json.WriteString("label", classes.Classes[probe.Chosen]);
                    }
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }) + "\n"
        );

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
