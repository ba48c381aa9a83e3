using System.Globalization;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

/// <summary>Numbers and operations as JavaScript writes them: all are doubles, and what is float is rounded by Math.fround.</summary>
internal sealed class JavaScriptSyntax() : ScriptSyntax("f")
{
    internal override string Number(double value, int bits) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    internal override string Missing => "null";

    internal override string Quote(string text) => ExportText.Quote(text);

    internal override string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    internal override string Together(params IEnumerable<string> items) => List(items);

    protected override string? Own(Operation operation, IReadOnlyList<string> x) =>
        operation == Operation.PowerOfTwo ? $"(2 ** {x[0]})" : base.Own(operation, x);

    protected override string Function(Operation operation, int bits) =>
        operation switch
        {
            Operation.Root => "Math.sqrt",
            Operation.Magnitude => "Math.abs",
            Operation.Round => "round",
            Operation.Significand => "significand",
            Operation.Exponent => "exponent",
            _ => throw Unknown(operation),
        };

    internal override string Declare(string name, int bits, string expression) => $"const {name} = {expression};";
}
