using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>The role of each column of a file.</summary>
internal static class ColumnRoles
{
    /// <summary>The roles that the options assign; all other columns are features.</summary>
    /// <exception cref="DataException">A column is not there, or is assigned two roles, or none is left to learn from.</exception>
    internal static ColumnRole[] Find(CsvOptions options, CsvRecords records)
    {
        (IReadOnlyList<string> names, string source) = (records.Names, records.Source);
        ColumnFinder finder = new(names, source);
        RequireNames(options, records.Header, finder);
        RequireThere(options, records.Header, finder, source);
        ColumnRole?[] chosen = new ColumnRole?[names.Count];
        Choose(options.Target is { } target ? [target] : [], "target", ColumnRole.Target);
        Choose(options.Ids, "id", ColumnRole.Id);
        Choose(options.Extra, "extra", ColumnRole.Extra);
        Choose([.. options.Ignore.SelectMany(AllCalled)], "ignored", ColumnRole.Ignored);
        Choose(options.Numeric, "numeric", ColumnRole.Number);
        Choose(options.Categorical, "categorical", ColumnRole.Category);
        Choose(options.Dates, "date", ColumnRole.Date);
        Choose(options.Texts, "text", ColumnRole.Text);
        bool isRowName = records.HasRowNames && chosen[0] is null;
        if (options.Features is { } features)
        {
            HashSet<int> wanted = [];
            foreach (string feature in features)
            {
                int place = finder.Require(feature, "feature");
                if (!wanted.Add(place) || chosen[place] >= ColumnRole.Target)
                {
                    throw WantedTwice(place);
                }
            }
            for (int place = 0; place < chosen.Length; place++)
            {
                bool isOther = chosen[place] is ColumnRole.Target or ColumnRole.Id or ColumnRole.Extra;
                chosen[place] = isOther || wanted.Contains(place) ? chosen[place] : ColumnRole.Ignored;
            }
            isRowName &= !wanted.Contains(0);
        }
        chosen[0] = isRowName ? ColumnRole.RowName : chosen[0];
        ColumnRole[] roles =
        [
            .. chosen.Select(
                (role, place) => role ?? (records.Dates.Contains(place) ? ColumnRole.Date : ColumnRole.Guessed)
            ),
        ];
        return roles.Any(IsFeature)
            ? roles
            : throw new DataException(
                "There is no feature to learn from.",
                source,
                "Give at least one column besides the target."
            );

        // Columns of one name are left out together.
        IEnumerable<string> AllCalled(string column) =>
            records.Header.Called(column).Select(place => names[place]).DefaultIfEmpty(column);

        void Choose(IReadOnlyList<string> columns, string name, ColumnRole role)
        {
            foreach (string column in columns)
            {
                int place = finder.Require(column, name);
                if (chosen[place] is not null)
                {
                    throw WantedTwice(place);
                }
                chosen[place] = role;
            }
        }

        DataException WantedTwice(int place) =>
            new(
                "A column is wanted twice.",
                $"{source}, column {Excerpt.Name(names[place])}",
                "Name every column once, and the target not among the features."
            );
    }

    /// <summary>All columns that are named are there, and one of them at most is the target.</summary>
    private static void RequireThere(CsvOptions options, HeaderNames header, ColumnFinder finder, string source)
    {
        if (
            options.Target is { } list
            && finder.Find(list) is null
            && NameList.Read(list) is { Length: > 1 } several
            && Array.TrueForAll(several, name => finder.Find(name) is not null)
        )
        {
            throw new DataException(
                $"One column is the target, and {several.Length} are named: {Excerpt.List(several)}.",
                source,
                "Name one of them, and train a model for each."
            );
        }
        (string Role, IEnumerable<string> Columns)[] wanted =
        [
            ("target", options.Target is { } target ? [target] : []),
            ("id", options.Ids),
            .. options.Extra.Select(
                (column, i) => (options.ExtraRoles.ElementAtOrDefault(i) ?? "extra", (IEnumerable<string>)[column])
            ),
            ("ignored", options.Ignore.Where(column => !header.Called(column).Any())),
            ("numeric", options.Numeric),
            ("categorical", options.Categorical),
            ("date", options.Dates),
            ("text", options.Texts),
            ("feature", options.Features ?? []),
        ];
        finder.RequireAll(wanted.SelectMany(role => role.Columns.Select(column => (role.Role, column))));
    }

    /// <summary>A header is judged in the columns that are used: two that are left out may have one name, or none.</summary>
    private static void RequireNames(CsvOptions options, HeaderNames header, ColumnFinder finder)
    {
        HashSet<int> Places(IEnumerable<string> columns) =>
            [.. columns.SelectMany(column => header.Called(column)), .. columns.Select(finder.Find).OfType<int>()];
        HashSet<int> ignored = Places(options.Ignore);
        HashSet<int>? wanted = options.Features is null
            ? null
            : Places([
                .. options.Features,
                .. options.Ids,
                .. options.Extra,
                .. options.Target is { } target ? [target] : Array.Empty<string>(),
            ]);
        foreach (int column in header.Faults.Keys.Order())
        {
            if (!ignored.Contains(column) && wanted?.Contains(column) != false)
            {
                header.Require(column);
            }
        }
    }

    internal static bool IsFeature(ColumnRole role) => role < ColumnRole.Target;
}
