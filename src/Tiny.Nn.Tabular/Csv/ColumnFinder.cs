using System.Globalization;
using Tiny.Nn.Tabular.Tables.Alike;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Finds the columns of a file by name; or by number from 1 on, where no column's name is a number.</summary>
/// <remarks>Where names are numbers themselves, a number is only a name: the sixth column is not what a missing "6" means.</remarks>
internal sealed class ColumnFinder
{
    private readonly Dictionary<string, int> places;
    private readonly int highest;
    private readonly IReadOnlyList<string> names;
    private readonly string source;

    internal ColumnFinder(IReadOnlyList<string> names, string source)
    {
        this.names = names;
        this.source = source;
        places = names.Index().ToDictionary(name => name.Item, name => name.Index);
        highest = names.Any(name => Number(name) is not null) ? 0 : names.Count;
    }

    /// <summary>The place of a column, from 0 on; null where there is none.</summary>
    internal int? Find(string column) =>
        Named(column) is { } place ? place
        : Number(column) is { } number && number >= 1 && number <= highest ? number - 1
        : null;

    /// <summary>The place of a column that has to be there.</summary>
    /// <param name="column">Its name or number.</param>
    /// <param name="role">What it is to be: "target", say.</param>
    internal int Require(string column, string role) => Find(column) ?? throw Missing(role, [column], names);

    /// <summary>Makes sure that columns are there, and tells of all at once that are not.</summary>
    /// <param name="wanted">What each is to be, and its name or number.</param>
    /// <exception cref="DataException">Some are not there.</exception>
    internal void RequireAll(IEnumerable<(string Role, string Column)> wanted)
    {
        (string Role, string Column)[] missing = [.. wanted.Where(one => Find(one.Column) is null).Distinct()];
        if (missing.Length < 2)
        {
            foreach ((string role, string column) in missing)
            {
                throw Missing(role, [column], names);
            }
            return;
        }
        IEnumerable<string> listed = missing.Select(one => $"{one.Role} {Excerpt.Name(one.Column)}");
        IEnumerable<string> meant = missing
            .Select(one => (one.Column, Meant: Closest.To(one.Column, names)))
            .Where(one => one.Meant is not null)
            .Select(one => $"{Excerpt.Name(one.Column)} may be {Excerpt.Name(one.Meant!)}. ");
        throw new DataException(
            $"There are no such columns: {string.Join(", ", listed)}.",
            source,
            There(string.Concat(meant))
        )
        {
            Faults = missing.Length,
        };
    }

    /// <summary>The places of features that have to be there under their names: a model's features are no numbers of columns.</summary>
    internal int[] RequireNames(IReadOnlyList<string> features)
    {
        string[] missing = [.. features.Where(feature => Named(feature) is null)];
        return missing.Length == 0
            ? [.. features.Select(feature => Named(feature)!.Value)]
            : throw Missing("feature", missing, [.. names.Except(features)]);
    }

    /// <summary>The place of a name, or of it without the blanks around it, which no header has.</summary>
    private int? Named(string name) =>
        places.TryGetValue(name, out int place) || places.TryGetValue(name.Trim(), out place) ? place : null;

    private static int? Number(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <param name="role">What they are to be.</param>
    /// <param name="missing">What is not there.</param>
    /// <param name="others">What may be meant: not what is asked for already.</param>
    private DataException Missing(string role, string[] missing, IReadOnlyList<string> others)
    {
        string what =
            missing.Length == 1
                ? $"There is no {role} column {Excerpt.Name(missing[0])}."
                : $"There are no {role} columns {Excerpt.List(missing)}.";
        return new DataException(what, source, There(Meant(missing[0], others)));
    }

    /// <summary>The column that may be meant: one that looks the same, or is spelt nearly so.</summary>
    private static string Meant(string missing, IReadOnlyList<string> others) =>
        new Lookalikes(others).Find(missing) is { } like && !like.Equals(missing, StringComparison.OrdinalIgnoreCase)
            ? $"There is {Excerpt.Name(like)}, which looks like it: they differ {Lookalikes.Difference(missing, like)}. "
            : Closest.Meant(missing, others, Excerpt.Name);

    /// <summary>What columns there are, and what may be wrong with the header.</summary>
    private Advice There(string suggestion)
    {
        string columns = $"{suggestion}The columns are: {Excerpt.List(names)}.";
        return HeaderNumbers.Among(names).Length > 0
                ? new Advice($"If the first line is data and no header, say so: {RemedyKind.NoHeader}. {columns}")
            : names.Count > 1 ? new Advice($"{columns}")
            : new Advice(
                $"{columns} Where that is more than one, separate the fields by commas, semicolons, tabs or bars."
            );
    }
}
