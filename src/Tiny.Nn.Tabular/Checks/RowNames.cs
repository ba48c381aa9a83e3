namespace Tiny.Nn.Tabular.Checks;

/// <summary>
/// A first column without a name: R's <c>write.csv</c> and the index of a pandas frame, <c>to_csv</c>, write the names of rows into one. It is no
/// feature unless somebody says so.
/// </summary>
internal static class RowNames
{
    private const string Usual = "row";

    /// <summary>What such a column is called: <c>row</c>, or <c>row_2</c> and so on where another column is called that.</summary>
    internal static string NameBeside(IReadOnlyCollection<string> others)
    {
        string name = Usual;
        for (int number = 2; others.Contains(name); number++)
        {
            name = $"{Usual}_{number}";
        }
        return name;
    }

    /// <summary>What is to be said of it where nobody said what it is for.</summary>
    internal static Finding Finding(string name) =>
        new(
            FindingKind.RowNames,
            name,
            "the first column has no name and is taken for names of rows, not for a feature"
        );
}
