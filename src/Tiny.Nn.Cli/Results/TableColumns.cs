namespace Tiny.Nn.Cli.Results;

/// <summary>Columns, and what each says of a row: from these and rows comes a table.</summary>
/// <typeparam name="TRow">What a row is about.</typeparam>
internal sealed class TableColumns<TRow>
{
    private readonly List<Column> columns = [];
    private readonly List<Func<TRow, Value>> values = [];

    /// <summary>Adds a column of texts.</summary>
    internal TableColumns<TRow> Text(string? key, string? heading, Func<TRow, Value> value) =>
        Add(new Column(key, heading), value);

    /// <summary>Adds a column of words, which are said in other languages too.</summary>
    internal TableColumns<TRow> Words(string? key, string? heading, Func<TRow, Value> value) =>
        Add(new Column(key, heading) { HasWords = true }, value);

    /// <summary>Adds a column of numbers.</summary>
    internal TableColumns<TRow> Number(string? key, string? heading, Func<TRow, Value> value) =>
        Add(new Column(key, heading) { IsNumber = true }, value);

    /// <summary>Adds a column that only documents have.</summary>
    internal TableColumns<TRow> Data(string key, Func<TRow, Value> value) => Add(new Column(key, null), value);

    internal TableColumns<TRow> Add(Column column, Func<TRow, Value> value)
    {
        columns.Add(column);
        values.Add(value);
        return this;
    }

    /// <summary>The table of such rows.</summary>
    internal ResultTable Of(string title, IEnumerable<TRow> rows) => new(title, columns, [.. rows.Select(Row)]);

    internal IReadOnlyList<Value> Row(TRow row) => [.. values.Select(value => value(row))];
}
