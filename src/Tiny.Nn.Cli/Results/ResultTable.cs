namespace Tiny.Nn.Cli.Results;

/// <summary>Rows of values: a list of objects in a document, a table for people.</summary>
/// <param name="Title">What its rows are; empty where the headings tell.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A value for each column.</param>
internal sealed record ResultTable(
    string Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<Value>> Rows
) : Part
{
    /// <summary>Rows below the others that sum them up; people are shown them.</summary>
    internal IReadOnlyList<IReadOnlyList<Value>> Totals { get; init; } = [];

    /// <summary>The rows as documents have them.</summary>
    internal Value List => Value.List(Rows.Select(Object));

    /// <summary>One row as documents have it.</summary>
    internal Value Object(IReadOnlyList<Value> row) =>
        Field.Group([
            .. Columns
                .Zip(row)
                .Where(cell => cell.First.Key is not null && cell.Second is not AbsentValue)
                .Select(cell => new Field(cell.First.Key!, cell.Second)),
        ]);
}
