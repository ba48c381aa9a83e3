namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>
/// The level of a text among known ones: that of its name, or else the only one that is the same number, the same truth value, or the same
/// text between blanks. It is asked wherever a text of other data meets levels: those of a model, a table, a target.
/// </summary>
/// <remarks>Safe for several threads.</remarks>
internal sealed class LevelNames
{
    /// <summary>There are several such levels, or none.</summary>
    internal const int None = -1;

    private readonly Dictionary<string, int> exact;
    private readonly Lazy<(Func<string, string?>? Key, Dictionary<string, int> Places)> others;

    /// <param name="levels">The known levels.</param>
    /// <param name="rules">How numbers are written.</param>
    internal LevelNames(IReadOnlyList<string> levels, CellRules rules)
    {
        exact = levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        others = new(() =>
        {
            Func<string, string?>? key = LevelKeys.Of(levels, rules);
            Dictionary<string, int> places = new(StringComparer.Ordinal);
            foreach ((int place, string level) in levels.Index())
            {
                string name = key?.Invoke(level) ?? level.Trim();
                places[name] = places.ContainsKey(name) ? None : place;
            }
            return (key, places);
        });
    }

    /// <summary>The place of the level that a text is, from 0 on; <see cref="None"/> where it is none.</summary>
    internal int Find(string text) => Named(text) is var place and not None ? place : FindOther(text);

    /// <summary>The place of the level with just this name; <see cref="None"/> where there is none.</summary>
    internal int Named(string text) => exact.GetValueOrDefault(text, None);

    /// <summary>The place of the level that a text is without having its name; <see cref="None"/> where there is none.</summary>
    internal int FindOther(string text)
    {
        (Func<string, string?>? key, Dictionary<string, int> places) = others.Value;
        return (key is null ? text.Trim() : key(text)) is { } name ? places.GetValueOrDefault(name, None) : None;
    }

    /// <summary>For each text the place of its level.</summary>
    internal int[] Places(IEnumerable<string> texts) => [.. texts.Select(Find)];
}
