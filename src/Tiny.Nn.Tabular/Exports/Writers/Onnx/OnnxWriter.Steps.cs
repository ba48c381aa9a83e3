using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

// The steps, one after the other.
internal sealed partial class OnnxWriter
{
    private void Write(Step step)
    {
        string result = step switch
        {
            Map map => Apply(map),
            Multiply { Groups: 1 } multiply => graph.Node(
                "Gemm",
                Operands(multiply),
                OnnxGraph.Attribute("transB", 1L)
            ),
            Multiply multiply => MultiplyGroups(multiply),
            Reduce { Reduction: Reduction.Largest } reduce => graph.Node(
                "ReduceMax",
                [Read(reduce.Source)],
                OnnxGraph.Attribute("axes", [1L]),
                OnnxGraph.Attribute("keepdims", 1L)
            ),
            Reduce reduce => graph.Node(
                "ReduceSum",
                [Read(reduce.Source), graph.Constant([1], TensorType.Int64, [1])],
                OnnxGraph.Attribute("keepdims", 1L)
            ),
            Gather gather => graph.Node(
                "Gather",
                [
                    Read(gather.Source),
                    graph.Constant(
                        [.. gather.Indices.Values.Select(place => (double)place)],
                        TensorType.Int64,
                        [gather.Indices.Values.Count]
                    ),
                ],
                OnnxGraph.Attribute("axis", 1L)
            ),
            Rank rank => FindPlaces(rank),
            CountWords words => graph.Node(
                "Where",
                [
                    graph.Node("IsNaN", [columns[words.Column]]),
                    graph.Number(0, TensorType.Double),
                    columns[words.Column],
                ]
            ),
            _ => throw new InvalidOperationException($"There is no node for a {step.GetType().Name}."),
        };
        vectors.Write(step.Target, result);
    }

    private string Read(Slice slice) => vectors.Read(slice, OnnxVectors.Type(slice.Vector.Width));

    private string Apply(Map map)
    {
        TensorType type = OnnxVectors.Type(map.Width);
        string[] operands = [.. map.Operands.Select(operand => Read(operand, type))];
        string result = formulas.Apply(map.Formula, type == TensorType.Float ? 24 : 53, operands);
        TensorType wanted = OnnxVectors.Type(map.Target.Vector.Width);
        return wanted == type ? result : vectors.Cast(result, wanted);
    }

    private string Read(Operand operand, TensorType type) =>
        operand switch
        {
            Each each => vectors.Read(each.Slice, type),
            Same same => vectors.Read(same.Vector.At(same.At), type),
            Listed { Table: var table } => graph.Constant(table.Values, type, [1, table.Values.Count]),
            _ => throw new InvalidOperationException($"There is no tensor for a {operand.GetType().Name}."),
        };

    private string[] Operands(Multiply multiply)
    {
        string weights = graph.Constant(
            multiply.Weights.Values,
            TensorType.Float,
            [multiply.Target.Length, multiply.Inputs]
        );
        string[] both = [Read(multiply.Source), weights];
        return multiply.Bias is { } bias
            ? [.. both, graph.Constant(bias.Values, TensorType.Float, [bias.Values.Count])]
            : both;
    }

    /// <summary>N × groups × 1 × inputs times groups × outputs × inputs, summed over the inputs.</summary>
    private string MultiplyGroups(Multiply multiply)
    {
        (long groups, long inputs, long all) = (multiply.Groups, multiply.Inputs, multiply.Target.Length);
        string x = graph.Node(
            "Reshape",
            [Read(multiply.Source), graph.Constant([-1, groups, 1, inputs], TensorType.Int64, [4])]
        );
        string weights = graph.Constant(multiply.Weights.Values, TensorType.Float, [groups, all / groups, inputs]);
        string sums = graph.Node(
            "ReduceSum",
            [graph.Node("Mul", [x, weights]), graph.Constant([3], TensorType.Int64, [1])],
            OnnxGraph.Attribute("keepdims", 0L)
        );
        string y = graph.Node("Reshape", [sums, graph.Constant([-1, all], TensorType.Int64, [2])]);
        return multiply.Bias is { } bias
            ? graph.Node("Add", [y, graph.Constant(bias.Values, TensorType.Float, [1, all])])
            : y;
    }

    /// <summary>Numbers are counted that are less than x, and that equal it, of N × inputs × landmarks; between two of them lies x, or on some.</summary>
    private string FindPlaces(Rank rank)
    {
        (long inputs, long count) = (rank.Source.Length, rank.Count);
        string Number(double value) => graph.Number(value, TensorType.Double);
        string Count(string comparison, string x, string q) =>
            graph.Node(
                "ReduceSum",
                [
                    vectors.Cast(graph.Node(comparison, [q, x]), TensorType.Double),
                    graph.Constant([2], TensorType.Int64, [1]),
                ],
                OnnxGraph.Attribute("keepdims", 0L)
            );
        string Add(string x, string y) => graph.Node("Add", [x, y]);
        string Less(string x, string y) => graph.Node("Less", [x, y]);

        string x = Read(rank.Source);
        string each = graph.Node("Reshape", [x, graph.Constant([-1, inputs, 1], TensorType.Int64, [3])]);
        string landmarks = graph.Constant(rank.Landmarks.Values, TensorType.Double, [1, inputs, count]);
        string flat = graph.Constant(rank.Landmarks.Values, TensorType.Double, [inputs * count]);
        string below = Count("Less", each, landmarks);
        string equal = Count("Equal", each, landmarks);
        string begins = graph.Constant(
            [.. Enumerable.Range(0, (int)inputs).Select(input => (double)(input * count))],
            TensorType.Double,
            [1, inputs]
        );
        string At(string place) => graph.Node("Gather", [flat, vectors.Cast(Add(place, begins), TensorType.Int64)]);

        // Where no landmark lies on one side of x, any two serve: another line gives the place.
        string last = Number(count - 1);
        string left = graph.Node("Max", [Number(0), Add(below, Number(-1))]);
        string right = graph.Node("Min", [last, below]);
        string start = At(left);
        string way = graph.Node("Div", [graph.Node("Sub", [x, start]), graph.Node("Sub", [At(right), start])]);
        string between = Add(Add(below, Number(-1)), way);
        string inside = graph.Node("Where", [Less(last, below), last, between]);
        string place = graph.Node("Where", [Less(below, Number(1)), Number(0), inside]);
        string middle = graph.Node("Mul", [Number(0.5), Add(Add(below, Add(below, equal)), Number(-1))]);
        return graph.Node("Where", [Less(Number(0), equal), middle, place]);
    }
}
