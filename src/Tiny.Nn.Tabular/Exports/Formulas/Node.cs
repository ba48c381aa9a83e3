namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>An operation with its operands: a formula as it was written down.</summary>
/// <param name="operation">What is done.</param>
/// <param name="number">Of a constant the number, of an argument its place.</param>
/// <param name="operands">What it is done to.</param>
internal sealed class Node(Operation operation, double number, params Node[] operands)
{
    internal Operation Operation => operation;

    internal double Number => number;

    internal IReadOnlyList<Node> Operands => operands;
}
