using System.Text.Json.Nodes;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>The dense layers of a network, as the page draws them: units, and lines with weights between them.</summary>
internal static class SceneNetwork
{
    /// <summary>The places of the layers that put out what hidden units are: behind each dense layer but the last, the last layer before the next dense one.</summary>
    internal static IEnumerable<int> HiddenOutputs(Architecture architecture)
    {
        int[] dense = [.. Dense(architecture)];
        return dense.Skip(1).Select(next => next - 1);
    }

    /// <summary>The weights and biases of every dense layer: units × inputs, column after column, and units.</summary>
    internal static JsonArray Describe(SequentialNetwork<float> network) =>
        new([.. Dense(network.Architecture).Select(layer => Layer(network, layer))]);

    /// <summary>The place of a weight or a bias among all parameters; null where there is none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">A dense layer, from 1 on.</param>
    /// <param name="unit">Its unit, from 1 on.</param>
    /// <param name="input">The input of a weight, from 1 on; 0 for the bias.</param>
    internal static int? Place(SequentialNetwork<float> network, int layer, int unit, int input)
    {
        int[] dense = [.. Dense(network.Architecture)];
        if (layer < 1 || layer > dense.Length)
        {
            return null;
        }
        ParameterBlock w = Block(network, dense[layer - 1], ParameterRole.Weight);
        ParameterBlock b = Block(network, dense[layer - 1], ParameterRole.Bias);
        bool isThere = unit >= 1 && unit <= w.Rows && input >= 0 && input <= w.Columns;
        return !isThere ? null
            : input == 0 ? b.Start + unit - 1
            : w.Start + (input - 1) * w.Rows + unit - 1;
    }

    private static IEnumerable<int> Dense(Architecture architecture) =>
        architecture
            .Layers.Index()
            .Where(layer => layer.Item is DenseDescription or NtkDenseDescription)
            .Select(layer => layer.Index);

    private static JsonObject Layer(SequentialNetwork<float> network, int place)
    {
        ParameterBlock w = Block(network, place, ParameterRole.Weight);
        ParameterBlock b = Block(network, place, ParameterRole.Bias);
        return new JsonObject
        {
            ["units"] = w.Rows,
            ["inputs"] = w.Columns,
            ["weights"] = Numbers(network[w].Values),
            ["biases"] = Numbers(network[b].Values),
        };
    }

    private static ParameterBlock Block(SequentialNetwork<float> network, int place, ParameterRole role) =>
        network.Blocks.First(block => block.Layer == place && block.Role == role);

    private static JsonArray Numbers(ReadOnlySpan<float> values)
    {
        JsonArray numbers = [];
        foreach (float value in values)
        {
            numbers.Add((JsonNode?)JsonDocuments.Number(value));
        }
        return numbers;
    }
}
