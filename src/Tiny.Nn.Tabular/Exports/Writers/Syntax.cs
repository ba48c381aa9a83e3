using System.Globalization;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>How a language writes numbers and operations.</summary>
internal abstract class Syntax
{
    /// <summary>Expressions up to this length are written where they are used, if that is in one place.</summary>
    private const int ShortExpression = 48;

    /// <summary>A number of so many bits, as short as it reads back to the same.</summary>
    internal abstract string Number(double value, int bits);

    /// <summary>An operation on numbers of so many bits.</summary>
    /// <param name="operation">Neither an argument nor a constant.</param>
    /// <param name="bits">24 or 53.</param>
    /// <param name="x">The operands: names, numbers, or expressions in parentheses.</param>
    internal virtual string Apply(Operation operation, int bits, IReadOnlyList<string> x) =>
        Own(operation, x)
        ?? operation switch
        {
            Operation.Add => $"({x[0]} + {x[1]})",
            Operation.Subtract => $"({x[0]} - {x[1]})",
            Operation.Multiply => $"({x[0]} * {x[1]})",
            Operation.Divide => $"({x[0]} / {x[1]})",
            Operation.Negate => $"(-{x[0]})",
            Operation.IfLess => $"({x[0]} < {x[1]} ? {x[2]} : {x[3]})",
            _ => $"{Function(operation, bits)}({string.Join(", ", x)})",
        };

    /// <summary>An operation that the language writes in a way of its own; null where it does not.</summary>
    protected virtual string? Own(Operation operation, IReadOnlyList<string> x) => null;

    /// <summary>What the function is called that does an operation for which there is no operator.</summary>
    protected abstract string Function(Operation operation, int bits);

    /// <summary>The error of a kind of operation that a language has no name for.</summary>
    protected static ArgumentOutOfRangeException Unknown(Operation operation) =>
        new(nameof(operation), operation, "It is no operation on numbers.");

    /// <summary>A name for a result.</summary>
    internal abstract string Declare(string name, int bits, string expression);

    /// <summary>The lines of a function's body: declarations, and the expression of its result.</summary>
    /// <param name="body">The operations.</param>
    /// <param name="arguments">What the arguments are called.</param>
    /// <param name="bits">24 or 53.</param>
    internal (IReadOnlyList<string> Lines, string Result) Write(Body body, IReadOnlyList<string> arguments, int bits)
    {
        int[] uses = body.Uses();
        string[] texts = new string[body.Lines.Count];
        List<string> lines = [];
        for (int i = 0; i < texts.Length; i++)
        {
            Instruction line = body.Lines[i];
            texts[i] = line.Operation switch
            {
                Operation.Argument => arguments[(int)line.Number],
                Operation.Constant => Number(line.Number, bits),
                _ => Apply(line.Operation, bits, [.. line.Operands.Select(operand => texts[operand])]),
            };
            bool isPlain = line.Operation is Operation.Argument or Operation.Constant;
            if (!isPlain && i < texts.Length - 1 && (uses[i] > 1 || texts[i].Length > ShortExpression))
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"t{lines.Count + 1}");
                lines.Add(Declare(name, bits, Bare(texts[i])));
                texts[i] = name;
            }
        }
        return (lines, Bare(texts[^1]));
    }

    /// <summary>A finite number in the invariant culture, with a point or an exponent.</summary>
    protected static string Digits(double value, int bits)
    {
        string digits =
            bits == 24
                ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
                : value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
    }

    /// <summary>An expression without the parentheses around all of it.</summary>
    private static string Bare(string text)
    {
        if (text is not ['(', .., ')'])
        {
            return text;
        }
        int open = 0;
        for (int i = 0; i < text.Length - 1; i++)
        {
            open += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (open == 0)
            {
                return text;
            }
        }
        return text[1..^1];
    }
}
