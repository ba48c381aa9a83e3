using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.Onnx;

/// <summary>Functions as operators of ONNX: those that have one of their own by it, the others operation by operation.</summary>
/// <param name="graph">Receives the nodes.</param>
internal sealed class OnnxFormulas(OnnxGraph graph)
{
    private static readonly double RootOfTwo = Math.Sqrt(2);

    /// <summary>The value of a function.</summary>
    /// <param name="formula">The function.</param>
    /// <param name="bits">24 for float, 53 for double.</param>
    /// <param name="x">Its arguments.</param>
    /// <exception cref="ExportException">It takes numbers apart, which no operator does.</exception>
    internal string Apply(Formula formula, int bits, IReadOnlyList<string> x)
    {
        TensorType type = bits == 24 ? TensorType.Float : TensorType.Double;
        string One(string operation, params IReadOnlyList<string> inputs) => graph.Node(operation, inputs);
        string Number(double value) => graph.Number(value, type);

        return (formula.Name, formula.Value) switch
        {
            ("sigmoid", _) => One("Sigmoid", x[0]),
            ("tanh", _) => One("Tanh", x[0]),
            ("softplus", _) => One("Softplus", x[0]),
            ("silu", _) => One("Mul", x[0], One("Sigmoid", x[0])),
            ("mish", _) => One("Mul", x[0], One("Tanh", One("Softplus", x[0]))),
            ("gelu", _) => One(
                "Mul",
                One("Mul", x[0], Number(0.5)),
                One("Add", One("Erf", One("Div", x[0], Number(RootOfTwo))), Number(1))
            ),
            (_, ExponentialBelow) => One("Exp", One("Sub", x[0], x[1])),
            (_, Power power) => One("Pow", x[0], Number(power.Exponent)),
            (_, TailLogarithm) => One("Log", One("Min", x[0], One("Sub", Number(1), x[0]))),
            (_, Given) => x[0],
            _ => Trace(formula, bits, type, x),
        };
    }

    private string Trace(Formula formula, int bits, TensorType type, IReadOnlyList<string> arguments)
    {
        Body body = formula.Trace(bits);
        List<string> results = [];
        foreach (Instruction line in body.Lines)
        {
            string[] x = [.. line.Operands.Select(operand => results[operand])];
            results.Add(
                line.Operation switch
                {
                    Operation.Argument => arguments[(int)line.Number],
                    Operation.Constant => graph.Number(line.Number, type),
                    Operation.Add => graph.Node("Add", x),
                    Operation.Subtract => graph.Node("Sub", x),
                    Operation.Multiply => graph.Node("Mul", x),
                    Operation.Divide => graph.Node("Div", x),
                    Operation.Negate => graph.Node("Neg", x),
                    Operation.MultiplyAdd => graph.Node("Add", [graph.Node("Mul", x[..2]), x[2]]),
                    Operation.Root => graph.Node("Sqrt", x),
                    Operation.Magnitude => graph.Node("Abs", x),
                    Operation.Round => graph.Node("Round", x),
                    Operation.IfLess => graph.Node("Where", [graph.Node("Less", x[..2]), x[2], x[3]]),
                    Operation.PowerOfTwo => graph.Node("Pow", [graph.Number(2, type), x[0]]),
                    _ => throw new ExportException(
                        $"The function {Excerpt.Name(formula.Name)} takes a logarithm, which is told by the bits of a number.",
                        "ONNX",
                        "Export to c, csharp, js or python, or train with another activation."
                    ),
                }
            );
        }
        return results[^1];
    }
}
