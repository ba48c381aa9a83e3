namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>What a header calls the columns of a file.</summary>
/// <param name="Names">Each column's name, which no other has: where the header has one twice or none, one was made.</param>
/// <param name="HasRowNames">True where the first column had no name, and so names the rows.</param>
/// <param name="Written">The names as the header has them, trimmed.</param>
/// <param name="Faults">By the places of columns what is wrong with a name: nothing that a column need care about which is not used.</param>
internal sealed record HeaderNames(
    IReadOnlyList<string> Names,
    bool HasRowNames,
    IReadOnlyList<string> Written,
    IReadOnlyDictionary<int, DataException> Faults
)
{
    /// <summary>The names of a file without a header.</summary>
    internal static HeaderNames Numbered(int columns)
    {
        string[] names = [.. Enumerable.Range(1, columns).Select(column => $"column_{column}")];
        return new HeaderNames(names, false, names, new Dictionary<int, DataException>());
    }

    /// <summary>The names that were made, because the header has one twice or none.</summary>
    internal IReadOnlyList<string> Made => [.. Names.Where((name, i) => Faults.ContainsKey(i) && name != Written[i])];

    /// <summary>The places of all columns that the header calls so.</summary>
    internal IEnumerable<int> Called(string name) =>
        Enumerable.Range(0, Written.Count).Where(i => Written[i] == name && name.Length > 0);

    /// <summary>Makes sure that a column which is used has a name of its own.</summary>
    /// <exception cref="DataException">It has none.</exception>
    internal void Require(int column)
    {
        if (Faults.TryGetValue(column, out DataException? fault))
        {
            throw fault;
        }
    }
}
