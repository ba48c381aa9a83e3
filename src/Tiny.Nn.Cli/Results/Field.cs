namespace Tiny.Nn.Cli.Results;

/// <summary>A value under a name.</summary>
/// <param name="Key">Its name in a document: once given it stays.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">The value.</param>
internal sealed record Field(string Key, string Label, Value Value)
{
    /// <summary>A value that only documents have.</summary>
    internal Field(string key, Value value)
        : this(key, "", value) { }

    /// <summary>The fields as one value, an object of a document.</summary>
    internal static Value Group(params IReadOnlyList<Field> fields) =>
        new GroupValue([.. fields.Select(field => (field.Key, field.Value))]);
}
