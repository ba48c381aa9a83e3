using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>A plan as an ONNX model of standard operators: opset 17, ai.onnx.ml 3, IR 8.</summary>
internal sealed partial class OnnxWriter
{
    private const long IrVersion = 8;
    private const long Opset = 17;
    private const long MachineLearningOpset = 3;

    private readonly Plan plan;
    private readonly bool isTensor;
    private readonly string[] columns;
    private readonly OnnxGraph graph;
    private readonly OnnxVectors vectors;
    private readonly OnnxFormulas formulas;
    private readonly string label;
    private readonly string answer;

    private OnnxWriter(Plan plan, bool isTensor)
    {
        this.plan = plan;
        this.isTensor = isTensor;
        Identifiers names = new([]);
        columns = isTensor
            ? [names.Unique("features")]
            :
            [
                .. plan.Columns.Select(
                    (column, place) =>
                        names.Unique(
                            column.Name.Length > 0 ? column.Name : FormattableString.Invariant($"column_{place + 1}")
                        )
                ),
            ];
        label = names.Unique("label");
        answer = names.Unique(plan.Answer is ClassAnswer ? "probabilities" : "prediction");
        graph = new OnnxGraph([.. columns, label, answer]);
        vectors = new OnnxVectors(graph);
        formulas = new OnnxFormulas(graph);
    }

    /// <summary>The bytes of the model.</summary>
    /// <param name="plan">What it computes.</param>
    /// <param name="isTensor">Whether all columns, which are numbers then, are one input.</param>
    /// <param name="head">What is told of it.</param>
    /// <exception cref="ExportException">A function has no operators; or not all columns are numbers.</exception>
    internal static byte[] Write(Plan plan, bool isTensor, IReadOnlyList<string> head)
    {
        if (isTensor && plan.Columns.FirstOrDefault(column => column is not NumberColumn) is { } other)
        {
            throw new ExportException(
                $"The column {Excerpt.Name(other.Name)} holds no numbers, and a tensor holds nothing else.",
                "inputs",
                "Give each column an input of its own."
            );
        }
        return new OnnxWriter(plan, isTensor).Write(head);
    }

    private byte[] Write(IReadOnlyList<string> head)
    {
        ReadCells();
        foreach (Step step in plan.Steps)
        {
            Write(step);
        }
        WriteAnswer();
        Message model = new Message().Add(1, IrVersion).Add(2, "Tiny.Nn").Add(6, string.Join('\n', head));
        model.Add(7, graph.Finish("model", Inputs(), Outputs()));
        model.Add(8, new Message().Add(1, "").Add(2, Opset));
        model.Add(8, new Message().Add(1, "ai.onnx.ml").Add(2, MachineLearningOpset));
        model.Add(14, new Message().Add(1, "title").Add(2, head[0]));
        model.Add(14, new Message().Add(1, "origin").Add(2, head[1]));
        model.Add(14, new Message().Add(1, "schema").Add(2, OnnxSchema.Write(plan, columns)));
        return model.ToArray();
    }

    private IEnumerable<(string, TensorType, long?)> Inputs() =>
        isTensor
            ? [(columns[0], TensorType.Double, plan.Columns.Count)]
            : plan.Columns.Select(
                (column, place) =>
                    column switch
                    {
                        LevelColumn => (columns[place], TensorType.String, (long?)1),
                        TextColumn => (columns[place], TensorType.Double, WordsOf(place)),
                        _ => (columns[place], TensorType.Double, 1),
                    }
            );

    private IEnumerable<(string, TensorType, long?)> Outputs() =>
        plan.Answer is ClassAnswer classes
            ? [(label, TensorType.String, null), (answer, TensorType.Float, classes.Length)]
            : [(answer, TensorType.Double, 1)];

    /// <summary>Among how many places the words of a column are counted; several bags count them alike.</summary>
    private long WordsOf(int column)
    {
        int[] places =
        [
            .. plan
                .Steps.OfType<CountWords>()
                .Where(step => step.Column == column)
                .Select(step => step.Target.Length)
                .Distinct(),
        ];
        return places.Length == 1
            ? places[0]
            : throw new ExportException(
                $"The words of the column {Excerpt.Name(plan.Columns[column].Name)} are counted in several ways, and ONNX takes them counted.",
                "ONNX",
                "Export to c, csharp, js or python."
            );
    }

    private void ReadCells()
    {
        if (isTensor)
        {
            vectors.Write(plan.Cells.Whole, columns[0]);
            return;
        }
        foreach ((int place, Column column) in plan.Columns.Index())
        {
            string cell = column switch
            {
                LevelColumn level => ReadLevel(columns[place], level),

                // A missing text is told by a count that is NaN.
                TextColumn => graph.Node(
                    "ReduceSum",
                    [columns[place], graph.Constant([1], TensorType.Int64, [1])],
                    OnnxGraph.Attribute("keepdims", 1L)
                ),
                _ => columns[place],
            };
            vectors.Write(plan.Cells.At(place), cell);
        }
    }

    private string ReadLevel(string input, LevelColumn column)
    {
        string[] missing =
        [
            .. plan
                .MissingTexts.SelectMany(text => new[] { text, text.ToLowerInvariant(), text.ToUpperInvariant() })
                .Append("")
                .Distinct()
                .Except(column.Levels),
        ];
        IEnumerable<float> places = column
            .Levels.Select((_, place) => (float)place)
            .Concat(missing.Select(_ => float.NaN));
        string place = graph.Encode(
            input,
            TensorType.Float,
            1,
            OnnxGraph.Attribute("keys_strings", column.Levels.Concat(missing)),
            OnnxGraph.Attribute("values_floats", places),
            OnnxGraph.Attribute("default_float", -1f)
        );
        return vectors.Cast(place, TensorType.Double);
    }

    private void WriteAnswer()
    {
        string result = Read(plan.Result.Whole);
        if (plan.Answer is not ClassAnswer classes)
        {
            graph.NodeTo(answer, "Identity", [result]);
            return;
        }
        graph.NodeTo(answer, "Cast", [result], OnnxGraph.Attribute("to", (long)TensorType.Float));
        graph.EncodeTo(
            label,
            Choose(classes, result),
            OnnxGraph.Attribute("keys_int64s", classes.Classes.Select((_, place) => (long)place)),
            OnnxGraph.Attribute("values_strings", classes.Classes)
        );
    }

    private string Choose(ClassAnswer classes, string result)
    {
        if (classes.Positive is not { } positive)
        {
            return graph.Node("ArgMax", [result], OnnxGraph.Attribute("axis", 1L), OnnxGraph.Attribute("keepdims", 0L));
        }
        string p = vectors.Read(plan.Result.At(positive), TensorType.Double);
        string isPositive = graph.Node("Less", [graph.Number(classes.Threshold, TensorType.Double), p]);
        string chosen = graph.Node(
            "Where",
            [isPositive, graph.Number(positive, TensorType.Int64), graph.Number(1 - positive, TensorType.Int64)]
        );
        return graph.Node("Reshape", [chosen, graph.Constant([-1], TensorType.Int64, [1])]);
    }
}
