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

    protected override string Function(Operation operation, int bits)
    {
        bool isSingle = bits == 24;
        string suffix = isSingle ? "f" : "";
        return operation switch
        {
            Operation.MultiplyAdd => isSingle ? "FUSED" : "fma",
            Operation.Root => $"sqrt{suffix}",
            Operation.Magnitude => $"fabs{suffix}",
            Operation.Round => isSingle ? "ROUND_FLOAT" : "rint",
            Operation.PowerOfTwo => $"power_of_two{suffix}",
            Operation.Significand => $"significand{suffix}",
            Operation.Exponent => $"exponent{suffix}",
            _ => throw Unknown(operation),
        };
    }

    internal override string Declare(string name, int bits, string expression) =>
        $"const {(bits == 24 ? "float" : "double")} {name} = {expression};";
}
