using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tests.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Files with the numbers of a small model, and a document that somebody has laid hands on.</summary>
internal static class Documents
{
    private static readonly SafetensorsFile Original = Safetensors.Read(Examples.Written(Examples.Small()));
    private static readonly SafetensorsFile Mixed = Safetensors.Read(Examples.Written(Examples.Mixed<float>()));

    private static readonly SafetensorsFile Quantile = Safetensors.Read(
        Examples.Written(Examples.Mixed<float>(ScalingKind.Quantile))
    );

    internal static byte[] WithText(string document) => WithText(Original, document);

    /// <summary>The document with another value at a place.</summary>
    /// <param name="place">Names and indices, such as <c>network.layers.0.dense</c>.</param>
    /// <param name="json">The value; empty to remove what is there.</param>
    internal static byte[] With(string place, string json) => With(Original, place, json);

    /// <summary>The same of the model of every kind of feature.</summary>
    internal static byte[] MixedWith(string place, string json) => With(Mixed, place, json);

    /// <summary>The same of one whose amounts are scaled by quantiles.</summary>
    internal static byte[] QuantileWith(string place, string json) => With(Quantile, place, json);

    private static byte[] With(SafetensorsFile file, string place, string json)
    {
        JsonNode root = JsonNode.Parse(file.Text("tinynn"))!;
        string[] steps = place.Split('.');
        JsonNode parent = steps[..^1].Aggregate(root, Child);
        if (parent is JsonArray array)
        {
            int index = int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture);
            array.RemoveAt(index);
            if (json.Length > 0)
            {
                array.Insert(index, JsonNode.Parse(json));
            }
        }
        else if (json.Length > 0)
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }
        else
        {
            ((JsonObject)parent).Remove(steps[^1]);
        }
        return WithText(file, root.ToJsonString());
    }

    /// <summary>The small model with one of its tensors replaced.</summary>
    internal static byte[] With(Tensor tensor) =>
        Safetensors.Written(
            new SafetensorsFile(
                Original.Metadata,
                Original.Tensors.Select(original => original.Name == tensor.Name ? tensor : original)
            )
        );

    private static byte[] WithText(SafetensorsFile file, string document) =>
        Safetensors.Written(new SafetensorsFile([new("tinynn", document)], file.Tensors));

    private static JsonNode Child(JsonNode node, string step) =>
        int.TryParse(step, out int index) ? node[index]! : node[step]!;
}
