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

    internal override string Apply(Operation operation, int bits, IReadOnlyList<string> x)
    {
        string math = bits == 24 ? "MathF" : "Math";
        return operation switch
        {
            Operation.Add => $"({x[0]} + {x[1]})",
            Operation.Subtract => $"({x[0]} - {x[1]})",
            Operation.Multiply => $"({x[0]} * {x[1]})",
            Operation.Divide => $"({x[0]} / {x[1]})",
            Operation.Negate => $"(-{x[0]})",
            Operation.MultiplyAdd => $"{math}.FusedMultiplyAdd({x[0]}, {x[1]}, {x[2]})",
            Operation.Root => $"{math}.Sqrt({x[0]})",
            Operation.Magnitude => $"{math}.Abs({x[0]})",
            Operation.Round => $"{math}.Round({x[0]})",
            Operation.IfLess => $"({x[0]} < {x[1]} ? {x[2]} : {x[3]})",
            Operation.PowerOfTwo => $"PowerOfTwo({x[0]})",
            Operation.Significand => $"Significand({x[0]})",
            Operation.Exponent => $"Exponent({x[0]})",
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It is no operation on numbers."),
        };
    }

    internal override string Declare(string name, int bits, string expression) =>
        $"{Type(bits)} {name} = {expression};";
}
