using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>The vectors of a plan as tensors: each is made of pieces that lie side by side, which are joined when they are read together.</summary>
/// <param name="graph">Receives the nodes that join and cut.</param>
internal sealed class OnnxVectors(OnnxGraph graph)
{
    private readonly Dictionary<Vector, SortedList<int, (int Length, string Name)>> pieces = [];

    /// <summary>The type of a vector's numbers: networks are float here, whatever they were trained in.</summary>
    internal static TensorType Type(Width width) => width == Width.Network ? TensorType.Float : TensorType.Double;

    /// <summary>A part of a vector gets other numbers.</summary>
    internal void Write(Slice slice, string name)
    {
        if (!pieces.TryGetValue(slice.Vector, out SortedList<int, (int Length, string Name)>? own))
        {
            own = [];
            pieces.Add(slice.Vector, own);
        }
        foreach (
            int start in own.Keys.Where(start => start >= slice.Start && start < slice.Start + slice.Length).ToList()
        )
        {
            own.Remove(start);
        }
        own[slice.Start] = (slice.Length, name);
    }

    /// <summary>The tensor of a part of a vector, N × its length.</summary>
    /// <param name="slice">The part.</param>
    /// <param name="type">As which numbers.</param>
    internal string Read(Slice slice, TensorType type)
    {
        SortedList<int, (int Length, string Name)> own = pieces[slice.Vector];
        string name =
            own.TryGetValue(slice.Start, out (int Length, string Name) piece) && piece.Length == slice.Length
                ? piece.Name
                : Cut(Join(slice.Vector, own), slice);
        return Type(slice.Vector.Width) == type ? name : Cast(name, type);
    }

    /// <summary>The same numbers of another type.</summary>
    internal string Cast(string name, TensorType type) =>
        graph.Node("Cast", [name], OnnxGraph.Attribute("to", (long)type));

    private string Join(Vector vector, SortedList<int, (int Length, string Name)> own)
    {
        if (own.Count > 1)
        {
            string name = graph.Node(
                "Concat",
                [.. own.Values.Select(piece => piece.Name)],
                OnnxGraph.Attribute("axis", 1L)
            );
            own.Clear();
            own.Add(0, (vector.Length, name));
        }
        return own.Values[0].Name;
    }

    private string Cut(string whole, Slice slice) =>
        slice.Length == slice.Vector.Length
            ? whole
            : graph.Node(
                "Slice",
                [
                    whole,
                    graph.Constant([slice.Start], TensorType.Int64, [1]),
                    graph.Constant([slice.Start + slice.Length], TensorType.Int64, [1]),
                    graph.Constant([1], TensorType.Int64, [1]),
                ]
            );
}
