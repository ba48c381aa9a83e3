using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Models;

/// <summary>How a model came to be. No clock and no machine: the same training gives the same bits.</summary>
/// <param name="Version">The version of the library that trained it; empty where it is not known.</param>
/// <param name="Source">The name of the file it learned from, without its directory; empty where there is none.</param>
/// <param name="Rows">How many rows it learned from.</param>
/// <param name="Settings">What it was trained with, as names and values.</param>
/// <param name="Epochs">How training went; of very many epochs some.</param>
public sealed record Provenance(
    string Version,
    string Source,
    int Rows,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<EpochReport> Epochs
)
{
    /// <summary>The large model whose answers it learned, in a few words; null where it learned from the targets themselves.</summary>
    public string? DistilledFrom { get; init; }

    /// <summary>The epoch with the lowest monitored loss, the first of equals; null where no epoch's loss was a number.</summary>
    public EpochReport? Best => EpochReport.Best(Epochs);

    /// <summary>How many epochs there were, with those that were passed over.</summary>
    public int EpochCount => Epochs is [.., EpochReport last] ? Math.Max(last.Epoch, Epochs.Count) : 0;

    /// <summary>How many rows of which file it learned from, and for how many epochs; as far as that is known.</summary>
    public override string ToString()
    {
        string source = Source.Length == 0 ? "" : $" of {Source}";
        string version = Version.Length == 0 ? "" : $", version {Version}";
        return Rows == 0 ? "unknown" : $"learned from {Rows} rows{source} for {EpochCount} epochs{version}";
    }

    /// <summary>Nothing is known of it.</summary>
    public static Provenance Unknown { get; } =
        new("", "", 0, new SortedDictionary<string, string>(StringComparer.Ordinal), []);
}
