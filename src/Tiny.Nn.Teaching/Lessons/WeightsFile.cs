using System.Text.Json;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>
/// A network by hand, as JSON: <c>{ "layers": [{ "weights": [[0.15, 0.2], [0.25, 0.3]], "bias": [0.35, 0.35] }] }</c>. A row of weights
/// is a unit, a column an input of the layer. A bias that is one number is that of every unit; a layer may name its "activation".
/// </summary>
internal static class WeightsFile
{
    private const string Example =
        """{ "layers": [{ "weights": [[0.15, 0.2], [0.25, 0.3]], "bias": [0.35, 0.35] }] }""";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <param name="stream">The file.</param>
    /// <param name="path">What it is called in messages.</param>
    /// <exception cref="LessonException">It is no such file.</exception>
    internal static GivenWeights Read(Stream stream, string path)
    {
        using JsonDocument document = Parse(stream, path);
        if (
            document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("layers", out JsonElement layers)
            || layers.ValueKind != JsonValueKind.Array
            || layers.GetArrayLength() == 0
        )
        {
            throw Refuse("There is no list of \"layers\".", path);
        }
        return new GivenWeights(
            path,
            [.. layers.EnumerateArray().Select((layer, i) => Layer(layer, $"{path}, layer {i + 1}"))]
        );
    }

    private static GivenLayer Layer(JsonElement layer, string where)
    {
        if (
            layer.ValueKind != JsonValueKind.Object
            || !layer.TryGetProperty("weights", out JsonElement rows)
            || rows.ValueKind != JsonValueKind.Array
            || rows.GetArrayLength() == 0
        )
        {
            throw Refuse("It has no \"weights\", a list of rows.", where);
        }
        double[][] weights =
        [
            .. rows.EnumerateArray().Select((row, i) => Numbers(row, $"{where}, row {i + 1} of the weights")),
        ];
        int wrong = Array.FindIndex(weights, row => row.Length == 0 || row.Length != weights[0].Length);
        if (wrong >= 0)
        {
            string what = $"It has {weights[wrong].Length} numbers, and the first row has {weights[0].Length}.";
            throw Refuse(what, $"{where}, row {wrong + 1} of the weights");
        }
        return new GivenLayer(weights, Bias(layer, weights.Length, $"{where}, bias"), ReadActivation(layer, where));
    }

    private static double[] Bias(JsonElement layer, int units, string where)
    {
        if (!layer.TryGetProperty("bias", out JsonElement bias))
        {
            throw Refuse("It is missing.", where);
        }
        if (bias.ValueKind == JsonValueKind.Number)
        {
            double[] same = new double[units];
            Array.Fill(same, Number(bias, where));
            return same;
        }
        double[] numbers = Numbers(bias, where);
        return numbers.Length == units
            ? numbers
            : throw Refuse(
                $"It has {numbers.Length} numbers for {units} units: one for each row of the weights.",
                where
            );
    }

    private static Activation? ReadActivation(JsonElement layer, string where)
    {
        if (!layer.TryGetProperty("activation", out JsonElement name))
        {
            return null;
        }
        try
        {
            return Activation.Parse(name.ValueKind == JsonValueKind.String ? name.GetString()! : name.GetRawText());
        }
        catch (FormatException fault)
        {
            throw new LessonException(fault.Message, $"{where}, activation", "Name one, or leave it out.", fault);
        }
    }

    private static double[] Numbers(JsonElement list, string where) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(number => Number(number, where))]
            : throw Refuse("It is no list of numbers.", where);

    private static double Number(JsonElement element, string where) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Refuse($"{element.GetRawText()} is no number.", where);

    private static JsonDocument Parse(Stream stream, string path)
    {
        try
        {
            return JsonDocument.Parse(stream, Lenient);
        }
        catch (JsonException fault)
        {
            string where = $"{path}, line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}";
            throw new LessonException("It is no JSON.", where, $"Write for example {Example}", fault);
        }
    }

    private static LessonException Refuse(string what, string where) =>
        new(what, where, $"Write for example {Example}");
}
