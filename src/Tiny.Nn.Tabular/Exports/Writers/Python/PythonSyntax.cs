using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.Python;

/// <summary>Numbers and operations as Python writes them: all are doubles, and what is float is rounded by _f.</summary>
internal sealed class PythonSyntax() : ScriptSyntax("_f")
{
    internal override string Number(double value, int bits) =>
        double.IsNaN(value) ? "math.nan"
        : double.IsPositiveInfinity(value) ? "math.inf"
        : double.IsNegativeInfinity(value) ? "-math.inf"
        : Digits(value, 53);

    internal override string Missing => "None";

    internal override string Quote(string text) => ExportText.QuoteWide(text);

    /// <summary>A tuple of one has a comma too.</summary>
    internal override string List(IEnumerable<string> items) => $"({string.Concat(items.Select(item => item + ", "))})";

    internal override string Together(params IEnumerable<string> items) => $"({string.Join(", ", items)})";

    protected override string? Own(Operation operation, IReadOnlyList<string> x) =>
        operation switch
        {
            Operation.Divide => $"_divide({x[0]}, {x[1]})",
            Operation.IfLess => $"({x[2]} if {x[0]} < {x[1]} else {x[3]})",
            _ => base.Own(operation, x),
        };

    protected override string Function(Operation operation, int bits) =>
        operation switch
        {
            Operation.Root => "_root",
            Operation.Magnitude => "abs",
            Operation.Round => "_round",
            Operation.PowerOfTwo => "_power_of_two",
            Operation.Significand => "_significand",
            Operation.Exponent => "_exponent",
            _ => throw Unknown(operation),
        };

    internal override string Declare(string name, int bits, string expression) => $"{name} = {expression}";
}
