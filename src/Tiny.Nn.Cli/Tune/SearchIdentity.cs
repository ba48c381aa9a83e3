using System.Globalization;
using Tiny.Nn.Tabular.Checkpoints;

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
        IReadOnlyList<string> found = Run.DifferencesFrom(other.Run, "--");
        return found.Count > 0 || Space.SequenceEqual(other.Space) ? found : ["what is searched is something else"];
    }

    /// <summary>The flags, the target and the folds: a text for each name.</summary>
    internal IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(Given, StringComparer.Ordinal)
        {
            ["target"] = Target,
            ["folds"] = Folds.ToString(CultureInfo.InvariantCulture),
        };

    private RunIdentity Run => new(Version, Data, Settings);
}
