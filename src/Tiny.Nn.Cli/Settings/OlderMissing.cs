using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Settings;

/// <summary>
/// Once "missing" gave all texts of a missing cell, where today it adds to the usual ones, and a file of settings does not tell of which time it is.
/// One that adds what is usual anyway is hardly of today.
/// </summary>
internal static class OlderMissing
{
    private const string Missing = "--missing";
    private const string OnlyMissing = "--missing-only";

    /// <summary>The setting of a file, with a note where it may have meant something else.</summary>
    /// <param name="preset">The setting.</param>
    /// <param name="all">All settings of the file.</param>
    internal static Preset Note(Preset preset, IEnumerable<Preset> all)
    {
        if (preset.Option.Name != Missing || all.Any(other => other.Option.Name == OnlyMissing))
        {
            return preset;
        }
        string[] texts = NameList.Read(preset.Value) ?? [];
        string[] others = [.. CsvFormat.UsualMissing.Except(texts, StringComparer.OrdinalIgnoreCase)];
        return others.Length == CsvFormat.UsualMissing.Count || others.Length == 0
            ? preset
            : preset with
            {
                Note =
                    $"{preset.Where}: {string.Join(", ", others)} and empty cells are missing too. Older files meant only what they list: call it \"missing-only\" for that",
            };
    }
}
