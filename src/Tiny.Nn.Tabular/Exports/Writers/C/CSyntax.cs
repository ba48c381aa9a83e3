using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>Numbers and operations as C99 writes them.</summary>
internal sealed class CSyntax : Syntax
{
    internal override string Number(double value, int bits) =>
        double.IsNaN(value) ? "NAN"
        : double.IsPositiveInfinity(value) ? "INFINITY"
        : double.IsNegativeInfinity(value) ? "-INFINITY"
        : Digits(value, bits) + (bits == 24 ? "f" : "");

    /// <summary>A number whose type is double where all bits count, and else float.</summary>
    internal static string Real(double value)
    {
        float single = (float)value;
        bool isUsual = float.IsNormal(single) || value == 0;
        return double.IsNaN(value) ? "NAN"
            : double.IsInfinity(value) ? (value > 0 ? "INFINITY" : "-INFINITY")
            : isUsual ? $"REAL({Digits(value, 53)})"
            : $"CHOOSE({Digits(value, 53)}, {(float.IsFinite(single) ? Digits(single, 24) + "f" : value > 0 ? "INFINITY" : "-INFINITY")})";
    }

    internal override string Apply(Operation operation, int bits, IReadOnlyList<string> x)
    {
        string suffix = bits == 24 ? "f" : "";
        return operation switch
        {
            Operation.Add => $"({x[0]} + {x[1]})",
            Operation.Subtract => $"({x[0]} - {x[1]})",
            Operation.Multiply => $"({x[0]} * {x[1]})",
            Operation.Divide => $"({x[0]} / {x[1]})",
            Operation.Negate => $"(-{x[0]})",
            Operation.MultiplyAdd => bits == 24 ? $"FUSED({x[0]}, {x[1]}, {x[2]})" : $"fma({x[0]}, {x[1]}, {x[2]})",
            Operation.Root => $"sqrt{suffix}({x[0]})",
            Operation.Magnitude => $"fabs{suffix}({x[0]})",
            Operation.Round => bits == 24 ? $"ROUND_FLOAT({x[0]})" : $"rint({x[0]})",
            Operation.IfLess => $"({x[0]} < {x[1]} ? {x[2]} : {x[3]})",
            Operation.PowerOfTwo => $"power_of_two{suffix}({x[0]})",
            Operation.Significand => $"significand{suffix}({x[0]})",
            Operation.Exponent => $"exponent{suffix}({x[0]})",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It is no operation on numbers."),
        };
    }

    internal override string Declare(string name, int bits, string expression) =>
        $"const {(bits == 24 ? "float" : "double")} {name} = {expression};";
}
