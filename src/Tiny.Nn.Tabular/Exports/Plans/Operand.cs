namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>What a function is applied to, element by element.</summary>
internal abstract record Operand
{
    private protected Operand() { }
}

/// <summary>Element i of a slice.</summary>
internal sealed record Each(Slice Slice) : Operand;

/// <summary>The same number for every element.</summary>
internal sealed record Same(Vector Vector, int At) : Operand;

/// <summary>Number i of a table.</summary>
internal sealed record Listed(Table Table) : Operand;
