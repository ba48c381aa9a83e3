using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.Python;

/// <summary>Numbers and operations as Python writes them: all are doubles, and what is float is rounded by _f.</summary>
internal sealed class PythonSyntax : Syntax
{
    internal override string Number(double value, int bits) =>
        double.IsNaN(value) ? "math.nan"
        : double.IsPositiveInfinity(value) ? "math.inf"
        : double.IsNegativeInfinity(value) ? "-math.inf"
        : Digits(value, 53);

    internal override string Apply(Operation operation, int bits, IReadOnlyList<string> x)
    {
        string exact = operation switch
        {
            Operation.Add => $"({x[0]} + {x[1]})",
            Operation.Subtract => $"({x[0]} - {x[1]})",
            Operation.Multiply => $"({x[0]} * {x[1]})",
            Operation.Divide => $"_divide({x[0]}, {x[1]})",
            Operation.Negate => $"(-{x[0]})",
            Operation.MultiplyAdd => $"({x[0]} * {x[1]} + {x[2]})",
            Operation.Root => $"_root({x[0]})",
            Operation.Magnitude => $"abs({x[0]})",
            Operation.Round => $"_round({x[0]})",
            Operation.IfLess => $"({x[2]} if {x[0]} < {x[1]} else {x[3]})",
            Operation.PowerOfTwo => $"_power_of_two({x[0]})",
            Operation.Significand => $"_significand({x[0]})",
            Operation.Exponent => $"_exponent({x[0]})",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It is no operation on numbers."),
        };
        return Rounded("_f", operation, bits, exact);
    }

    internal override string Declare(string name, int bits, string expression) => $"{name} = {expression}";
}
