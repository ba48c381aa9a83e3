using System.Numerics;
using System.Text.Json;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between the parameters and state of a network and tensors of a file: a tensor for each block, row by row as other tools expect it.</summary>
internal static class NetworkTensors
{
    private const string Advice = "Use a model that `tinynn train` or this library wrote.";

    /// <summary>The tensors of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="prefix">What stands before the names of its blocks; empty for nothing.</param>
    /// <exception cref="ArgumentException">A parameter is not finite.</exception>
    internal static IEnumerable<Tensor> Write<T>(SequentialNetwork<T> network, string prefix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        network.Blocks.Concat(network.StateBlocks).Select(block => RowByRow(prefix, block, network[block]));

    /// <summary>A network from its tensors, once it is known that the file holds as many numbers as it asks for.</summary>
    /// <exception cref="JsonException">The file holds fewer or more numbers.</exception>
    /// <exception cref="ModelFormatException">A tensor is not there, of another type or shape, or holds what no training leaves.</exception>
    internal static SequentialNetwork<T> Read<T>(Architecture architecture, SafetensorsFile file, string prefix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireType<T>(file, prefix);
        RequireCount(architecture, file, prefix);
        SequentialNetwork<T> network = architecture.BuildUninitialized<T>();
        foreach (ParameterBlock block in network.Blocks.Concat(network.StateBlocks))
        {
            ReadOnlySpan<T> values = file.Values<T>(prefix + block.Name, Sizes(block)).Span;
            // With one such parameter a network answers NaN, to everything or now and then.
            if (!Finite.AreAll(values))
            {
                string where = $"{file.Source}, tensor {FileText.Quote(prefix + block.Name)}";
                throw new ModelFormatException("One of its numbers is not finite.", where, Advice);
            }
            Fill(network[block], values);
        }
        RequireStates(network, file.Source);
        return network;
    }

    /// <summary>All parameters of a network are of one type, and the statistics beside them are double.</summary>
    private static void RequireType<T>(SafetensorsFile file, string prefix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ElementType wanted = ElementTypes.From<T>();
        if (Own(file, prefix).FirstOrDefault() is { } found && found.ElementType != wanted)
        {
            string type = found.ElementType == ElementType.F32 ? "float" : "double";
            throw new ModelFormatException(
                $"Its numbers are {found.ElementType}, not {wanted}: it is a model of {type}.",
                $"{file.Source}, tensor {FileText.Quote(found.Name)}",
                $"Read it as one, with Load<{type}> or Read<{type}>."
            );
        }
    }

    private static void RequireCount(Architecture architecture, SafetensorsFile file, string prefix)
    {
        long present = Own(file, prefix).Sum(tensor => (long)tensor.Count);
        if (architecture.ParameterCount - present + architecture.StateCount != 0)
        {
            throw new JsonException(
                $"The network has {architecture.ParameterCount} parameters, the file holds {present}."
            );
        }
    }

    /// <summary>The tensors of blocks, whose names begin with the number of a layer.</summary>
    private static IEnumerable<Tensor> Own(SafetensorsFile file, string prefix) =>
        file.Tensors.Where(tensor =>
            tensor.Name.StartsWith(prefix, StringComparison.Ordinal)
            && char.IsAsciiDigit(tensor.Name.ElementAtOrDefault(prefix.Length))
        );

    /// <summary>A layer itself knows which states no training leaves.</summary>
    private static void RequireStates<T>(SequentialNetwork<T> network, string source)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int i, Layer<T> layer) in network.Layers.Index())
        {
            if (layer is StatefulLayer<T> { StateFault: { } fault })
            {
                throw new ModelFormatException($"The state of layer {i} makes no sense: {fault}.", source, Advice);
            }
        }
    }

    private static int[] Sizes(ParameterBlock block) =>
        block.Role is ParameterRole.Weight or ParameterRole.Embedding ? [block.Rows, block.Columns] : [block.Rows];

    private static Tensor<T> RowByRow<T>(string prefix, ParameterBlock block, Matrix<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Finite.AreAll<T>(values.Values))
        {
            throw new ArgumentException(
                $"Parameters of {prefix}{block.Name} are not finite: nobody could use the file."
            );
        }
        T[] rows = new T[block.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = values[i / block.Columns, i % block.Columns];
        }
        return new Tensor<T>(prefix + block.Name, Sizes(block), rows);
    }

    private static void Fill<T>(Matrix<T> values, ReadOnlySpan<T> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            values[i / values.Columns, i % values.Columns] = rows[i];
        }
    }
}
