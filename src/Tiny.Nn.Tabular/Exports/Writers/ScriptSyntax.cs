using System.Globalization;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>How a language writes numbers and operations whose only numbers are doubles: what is float is rounded after each operation.</summary>
/// <param name="rounding">The function that rounds to float.</param>
internal abstract class ScriptSyntax(string rounding) : Syntax
{
    /// <summary>What a missing cell is.</summary>
    internal abstract string Missing { get; }

    /// <summary>A text.</summary>
    internal abstract string Quote(string text);

    /// <summary>Many values of one kind.</summary>
    internal abstract string List(IEnumerable<string> items);

    /// <summary>Some values that belong together.</summary>
    internal abstract string Together(params IEnumerable<string> items);

    /// <summary>A number of a table, with as many digits as its type tells apart.</summary>
    internal string Entry(double value, int bits) =>
        bits == 24 && float.IsFinite((float)value)
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
            : Number(value, 53);

    /// <summary>A cell of a row.</summary>
    internal string Cell(object? cell) =>
        cell switch
        {
            null => Missing,
            string text => Quote(text),
            double number => Number(number, 53),
            _ => throw new ArgumentException($"There is no text for a {cell.GetType().Name}.", nameof(cell)),
        };

    /// <summary>The operation on doubles, rounded to the network's bits where its result may have more.</summary>
    internal sealed override string Apply(Operation operation, int bits, IReadOnlyList<string> x)
    {
        string exact = base.Apply(operation, bits, x);
        bool isRounded =
            bits == 24
            && operation
                is Operation.Add
                    or Operation.Subtract
                    or Operation.Multiply
                    or Operation.Divide
                    or Operation.MultiplyAdd
                    or Operation.Root;
        return !isRounded ? exact
            : exact[0] == '(' ? $"{rounding}{exact}"
            : $"{rounding}({exact})";
    }

    /// <summary>The product of two floats is exact in double: their fused multiply-add is a sum.</summary>
    protected override string? Own(Operation operation, IReadOnlyList<string> x) =>
        operation == Operation.MultiplyAdd ? $"({x[0]} * {x[1]} + {x[2]})" : null;
}
