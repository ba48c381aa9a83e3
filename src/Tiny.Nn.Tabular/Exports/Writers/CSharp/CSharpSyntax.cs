using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

/// <summary>Numbers and operations as C# writes them: each is rounded once, as in the engine.</summary>
internal sealed class CSharpSyntax : Syntax
{
    internal static string Type(int bits) => bits == 24 ? "float" : "double";

    internal override string Number(double value, int bits)
    {
        string type = Type(bits);
        return double.IsNaN(value) ? $"{type}.NaN"
            : double.IsPositiveInfinity(value) ? $"{type}.PositiveInfinity"
            : double.IsNegativeInfinity(value) ? $"{type}.NegativeInfinity"
            : Digits(value, bits) + (bits == 24 ? "f" : "");
    }

    protected override string Function(Operation operation, int bits)
    {
        string math = bits == 24 ? "MathF" : "Math";
        return operation switch
        {
            Operation.MultiplyAdd => $"{math}.FusedMultiplyAdd",
            Operation.Root => $"{math}.Sqrt",
            Operation.Magnitude => $"{math}.Abs",
            Operation.Round => $"{math}.Round",
            Operation.PowerOfTwo => "PowerOfTwo",
            Operation.Significand => "Significand",
            Operation.Exponent => "Exponent",
            _ => throw Unknown(operation),
        };
    }

    internal override string Declare(string name, int bits, string expression) =>
        $"{Type(bits)} {name} = {expression};";
}
