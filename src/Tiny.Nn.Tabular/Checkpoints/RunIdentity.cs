namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>What two runs have to have in common so that one can go on where the other stood.</summary>
/// <param name="Version">The version of the library: another may draw, or train, otherwise.</param>
/// <param name="Data">A digest of all that is learned from.</param>
/// <param name="Settings">How it is trained, and on which rows; a text for each name.</param>
public sealed record RunIdentity(string Version, string Data, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The version, and how many settings.</summary>
    public override string ToString() => $"version {Version}, {Settings.Count} settings";

    /// <summary>What another run has otherwise, in words; empty where nothing.</summary>
    /// <param name="other">The other run.</param>
    /// <param name="prefix">What stands before the name of a setting.</param>
    internal IReadOnlyList<string> DifferencesFrom(RunIdentity other, string prefix = "")
    {
        List<string> found = [];
        void Compare(string what, string own, string others)
        {
            if (own != others)
            {
                found.Add($"{what}: {others} there, {own} here");
            }
        }
        foreach (string name in Settings.Keys.Union(other.Settings.Keys).Order(StringComparer.Ordinal))
        {
            Compare($"{prefix}{name}", Text(Settings, name), Text(other.Settings, name));
        }
        if (Data != other.Data)
        {
            found.Add("the data are others");
        }
        Compare("version", Version, other.Version);
        return found;
    }

    private static string Text(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.GetValueOrDefault(name) ?? "not given";
}
