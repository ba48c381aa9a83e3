namespace Tiny.Nn.Cli.Tune;

/// <summary>What two runs have to have in common to be one search.</summary>
/// <param name="Version">The version of the command: another may draw, or train, otherwise.</param>
/// <param name="Data">The digest of the table.</param>
/// <param name="Target">The column to be predicted.</param>
/// <param name="Folds">Into how many folds the rows are dealt.</param>
/// <param name="Given">The flags about data, rows and settings.</param>
/// <param name="Space">What is searched, line by line.</param>
internal sealed record SearchIdentity(
    string Version,
    string Data,
    string Target,
    int Folds,
    IReadOnlyDictionary<string, string> Given,
    IReadOnlyList<string> Space
)
{
    /// <summary>What another run has otherwise, in words; empty where nothing.</summary>
    internal IReadOnlyList<string> DifferencesFrom(SearchIdentity other)
    {
        List<string> found = [];
        void Compare(string what, string own, string others)
        {
            if (own != others)
            {
                found.Add($"{what}: {others} there, {own} here");
            }
        }
        Compare("--target", Target, other.Target);
        Compare("--folds", $"{Folds}", $"{other.Folds}");
        foreach (string name in Given.Keys.Union(other.Given.Keys).Order(StringComparer.Ordinal))
        {
            Compare($"--{name}", Text(Given, name), Text(other.Given, name));
        }
        if (Data != other.Data)
        {
            found.Add("the data are others");
        }
        Compare("tinynn", Version, other.Version);
        if (found.Count == 0 && !Space.SequenceEqual(other.Space))
        {
            found.Add("what is searched is something else");
        }
        return found;
    }

    private static string Text(IReadOnlyDictionary<string, string> given, string name) =>
        given.GetValueOrDefault(name) ?? "not given";
}
