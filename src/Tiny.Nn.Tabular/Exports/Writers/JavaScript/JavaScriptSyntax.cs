using System.Globalization;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

/// <summary>Numbers and operations as JavaScript writes them: all are doubles, and what is float is rounded by Math.fround.</summary>
internal sealed class JavaScriptSyntax : Syntax
{
    internal override string Number(double value, int bits) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    internal override string Apply(Operation operation, int bits, IReadOnlyList<string> x)
    {
        string exact = operation switch
        {
            Operation.Add => $"({x[0]} + {x[1]})",
            Operation.Subtract => $"({x[0]} - {x[1]})",
            Operation.Multiply => $"({x[0]} * {x[1]})",
            Operation.Divide => $"({x[0]} / {x[1]})",
            Operation.Negate => $"(-{x[0]})",
            Operation.MultiplyAdd => $"({x[0]} * {x[1]} + {x[2]})",
            Operation.Root => $"Math.sqrt({x[0]})",
            Operation.Magnitude => $"Math.abs({x[0]})",
            Operation.Round => $"round({x[0]})",
            Operation.IfLess => $"({x[0]} < {x[1]} ? {x[2]} : {x[3]})",
            Operation.PowerOfTwo => $"(2 ** {x[0]})",
            Operation.Significand => $"significand({x[0]})",
            Operation.Exponent => $"exponent({x[0]})",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It is no operation on numbers."),
        };
        return Rounded("f", operation, bits, exact);
    }

    internal override string Declare(string name, int bits, string expression) => $"const {name} = {expression};";
}
