using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>A line of a formula's body.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Number">Of a constant the number, of an argument its place.</param>
/// <param name="Operands">The lines whose results it is done to.</param>
internal sealed record Instruction(Operation Operation, double Number, IReadOnlyList<int> Operands);

/// <summary>A formula as a list of operations, none of them there twice; the last is the result.</summary>
internal sealed class Body
{
    private readonly List<Instruction> lines = [];
    private readonly Dictionary<(Operation, long, int, int, int, int), int> known = [];
    private readonly Dictionary<Node, int> placed = new(ReferenceEqualityComparer.Instance);

    private Body(Node result) => Place(result);

    /// <summary>The operations, each behind those that it needs.</summary>
    internal IReadOnlyList<Instruction> Lines => lines;

    /// <summary>How many operations there are.</summary>
    internal int Operations => lines.Count(line => line.Operation is not (Operation.Argument or Operation.Constant));

    /// <summary>The body of what was written down.</summary>
    internal static Body Of(Node result) => new(result);

    /// <summary>How often the result of each line is used.</summary>
    internal int[] Uses()
    {
        int[] uses = new int[lines.Count];
        foreach (int operand in lines.SelectMany(line => line.Operands))
        {
            uses[operand]++;
        }
        return uses;
    }

    private int Place(Node node)
    {
        if (placed.TryGetValue(node, out int there))
        {
            return there;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int[] operands = [.. node.Operands.Select(Place)];
        var key = (
            node.Operation,
            BitConverter.DoubleToInt64Bits(node.Number),
            operands.ElementAtOrDefault(0),
            operands.ElementAtOrDefault(1),
            operands.ElementAtOrDefault(2),
            operands.ElementAtOrDefault(3)
        );
        if (!known.TryGetValue(key, out int place))
        {
            place = lines.Count;
            lines.Add(new Instruction(node.Operation, node.Number, operands));
            known.Add(key, place);
        }
        placed.Add(node, place);
        return place;
    }
}
