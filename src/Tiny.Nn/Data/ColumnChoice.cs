using System.Globalization;

namespace Tiny.Nn.Data;

/// <summary>Which columns of a file are wanted: their places, counted from 0.</summary>
/// <param name="Features">The features, in the order in which they are wanted.</param>
/// <param name="Target">The target, if the file has it.</param>
/// <param name="Ignored">The names of the rest.</param>
internal sealed record ColumnChoice(int[] Features, int? Target, IReadOnlyList<string> Ignored)
{
    /// <summary>The target, and all other columns as features.</summary>
    /// <exception cref="DataException">There is no such column, or no other.</exception>
    internal static ColumnChoice AllFor(string target, IReadOnlyList<string> names, string source)
    {
        int place = Finder(names)(target) ?? throw Missing("target", [target], names, source);
        int[] features = [.. Enumerable.Range(0, names.Count).Where(column => column != place)];
        return features.Length > 0 ? new ColumnChoice(features, place, []) : throw NoFeature(source);
    }

    /// <summary>These features, and the target if it is there.</summary>
    /// <exception cref="DataException">A feature is missing, or wanted twice, or is the target too; or no feature is wanted.</exception>
    internal static ColumnChoice Named(
        IReadOnlyList<string> features,
        string? target,
        IReadOnlyList<string> names,
        string source
    )
    {
        if (features.Count == 0)
        {
            throw NoFeature(source);
        }
        Func<string, int?> find = Finder(names);
        string[] missing = [.. features.Where(feature => find(feature) is null)];
        if (missing.Length > 0)
        {
            throw Missing("feature", missing, names, source);
        }
        int[] chosen = [.. features.Select(feature => find(feature)!.Value)];
        int? targetPlace = target is null ? null : find(target);
        HashSet<int> taken = targetPlace is { } only ? [only] : [];
        foreach (int place in chosen)
        {
            if (!taken.Add(place))
            {
                throw new DataException(
                    "A column is wanted twice.",
                    $"{source}, column {Excerpt.Name(names[place])}",
                    "Name every feature once, and the target not among them."
                );
            }
        }
        string[] ignored = [.. names.Where((_, place) => !taken.Contains(place))];
        return new ColumnChoice(chosen, targetPlace, ignored);
    }

    /// <summary>Finds a column by its name, else by its number from 1 on.</summary>
    /// <remarks>Where names are numbers themselves, a number is only a name: the sixth column is not what a missing "6" means.</remarks>
    private static Func<string, int?> Finder(IReadOnlyList<string> names)
    {
        Dictionary<string, int> places = names.Index().ToDictionary(name => name.Item, name => name.Index);
        int highest = names.Any(name => Number(name) is not null) ? 0 : names.Count;
        return wanted =>
            places.TryGetValue(wanted, out int place) ? place
            : Number(wanted) is { } number && number >= 1 && number <= highest ? number - 1
            : null;
    }

    private static int? Number(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static DataException NoFeature(string source) =>
        new("There is no feature to learn from.", source, "Give at least one column besides the target.");

    private static DataException Missing(string role, string[] missing, IReadOnlyList<string> names, string source)
    {
        string what =
            missing.Length == 1
                ? $"There is no {role} column {Excerpt.Name(missing[0])}."
                : $"There are no {role} columns {Excerpt.List(missing)}.";
        string? meant = Closest.To(missing[0], names);
        string suggestion = meant is null ? "" : $"Did you mean {Excerpt.Name(meant)}? ";
        return new DataException(what, source, $"{suggestion}The columns are: {Excerpt.List(names)}.");
    }
}
