using System.Globalization;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>The types of tensors, by their numbers in ONNX.</summary>
internal enum TensorType
{
    Float = 1,
    Int64 = 7,
    String = 8,
    Double = 11,
}

/// <summary>The nodes of an ONNX graph while they are gathered. Tensors go by name; rows are the first dimension, N.</summary>
/// <param name="taken">Names that inputs and outputs have.</param>
internal sealed class OnnxGraph(IEnumerable<string> taken)
{
    private const string MachineLearning = "ai.onnx.ml";

    private readonly Message graph = new();
    private readonly HashSet<string> names = [.. taken];
    private readonly Dictionary<(double, TensorType), string> numbers = [];
    private int count;

    /// <summary>The graph with what goes in and what comes out.</summary>
    internal Message Finish(
        string name,
        IEnumerable<(string Name, TensorType Type, long? Columns)> inputs,
        IEnumerable<(string Name, TensorType Type, long? Columns)> outputs
    )
    {
        graph.Add(2, name);
        foreach ((string input, TensorType type, long? columns) in inputs)
        {
            graph.Add(11, Value(input, type, columns));
        }
        foreach ((string output, TensorType type, long? columns) in outputs)
        {
            graph.Add(12, Value(output, type, columns));
        }
        return graph;
    }

    /// <summary>A node with one output.</summary>
    /// <returns>The name of its output.</returns>
    internal string Node(string operation, IReadOnlyList<string> inputs, params IReadOnlyList<Message> attributes) =>
        Node(operation, inputs, attributes, Free(), "");

    /// <summary>A node whose output has a name of its own.</summary>
    internal void NodeTo(
        string output,
        string operation,
        IReadOnlyList<string> inputs,
        params IReadOnlyList<Message> attributes
    ) => Node(operation, inputs, attributes, output, "");

    /// <summary>A label encoder: its type is told, for checkers do not know these operators.</summary>
    internal string Encode(string input, TensorType type, long? columns, params IReadOnlyList<Message> attributes)
    {
        string output = Node("LabelEncoder", [input], attributes, Free(), MachineLearning);
        graph.Add(13, Value(output, type, columns));
        return output;
    }

    /// <summary>The same, under a name of its own.</summary>
    internal void EncodeTo(string output, string input, params IReadOnlyList<Message> attributes) =>
        Node("LabelEncoder", [input], attributes, output, MachineLearning);

    /// <summary>The same number for all.</summary>
    internal string Number(double value, TensorType type)
    {
        if (!numbers.TryGetValue((value, type), out string? name))
        {
            name = Constant([value], type, []);
            numbers.Add((value, type), name);
        }
        return name;
    }

    /// <summary>Numbers that never change.</summary>
    internal string Constant(IReadOnlyList<double> values, TensorType type, IReadOnlyList<long> sizes)
    {
        byte[] bytes = type switch
        {
            TensorType.Float => MemoryMarshal.AsBytes<float>([.. values.Select(value => (float)value)]).ToArray(),
            TensorType.Double => MemoryMarshal.AsBytes<double>([.. values]).ToArray(),
            _ => MemoryMarshal.AsBytes<long>([.. values.Select(value => (long)value)]).ToArray(),
        };
        string name = Free();
        Message tensor = new();
        foreach (long size in sizes)
        {
            tensor.Add(1, size);
        }
        graph.Add(5, tensor.Add(2, (long)type).Add(8, name).Add(9, bytes));
        return name;
    }

    /// <summary>A whole number as an attribute.</summary>
    internal static Message Attribute(string name, long value) => new Message().Add(1, name).Add(3, value).Add(20, 2L);

    /// <summary>A number as an attribute.</summary>
    internal static Message Attribute(string name, float value) => new Message().Add(1, name).Add(2, value).Add(20, 1L);

    /// <summary>Whole numbers as an attribute.</summary>
    internal static Message Attribute(string name, IEnumerable<long> values) =>
        values.Aggregate(new Message().Add(1, name), (message, value) => message.Add(8, value)).Add(20, 7L);

    /// <summary>Numbers as an attribute.</summary>
    internal static Message Attribute(string name, IEnumerable<float> values) =>
        values.Aggregate(new Message().Add(1, name), (message, value) => message.Add(7, value)).Add(20, 6L);

    /// <summary>Texts as an attribute.</summary>
    internal static Message Attribute(string name, IEnumerable<string> values) =>
        values.Aggregate(new Message().Add(1, name), (message, value) => message.Add(9, value)).Add(20, 8L);

    private string Node(
        string operation,
        IReadOnlyList<string> inputs,
        IReadOnlyList<Message> attributes,
        string output,
        string domain
    )
    {
        Message node = new();
        foreach (string input in inputs)
        {
            node.Add(1, input);
        }
        node.Add(2, output).Add(3, $"{operation} {output}").Add(4, operation);
        foreach (Message attribute in attributes)
        {
            node.Add(5, attribute);
        }
        graph.Add(1, domain.Length == 0 ? node : node.Add(7, domain));
        return output;
    }

    private string Free()
    {
        string name;
        do
        {
            name = (++count).ToString(CultureInfo.InvariantCulture);
        } while (!names.Add(name));
        return name;
    }

    /// <summary>A tensor of N rows and some columns; without columns of N numbers.</summary>
    private static Message Value(string name, TensorType type, long? columns)
    {
        Message shape = new Message().Add(1, new Message().Add(2, "N"));
        if (columns is { } known)
        {
            shape.Add(1, new Message().Add(1, known));
        }
        Message tensor = new Message().Add(1, (long)type).Add(2, shape);
        return new Message().Add(1, name).Add(2, new Message().Add(1, tensor));
    }
}
