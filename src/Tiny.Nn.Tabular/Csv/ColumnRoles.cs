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
        ColumnRole?[] chosen = new ColumnRole?[names.Count];
        Choose(options.Target is { } target ? [target] : [], "target", ColumnRole.Target);
        Choose(options.Ids, "id", ColumnRole.Id);
        Choose(options.Extra, "extra", ColumnRole.Extra);
        Choose(options.Ignore, "ignored", ColumnRole.Ignored);
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
        ColumnRole[] roles = [.. chosen.Select(role => role ?? ColumnRole.Guessed)];
        return roles.Any(IsFeature)
            ? roles
            : throw new DataException(
                "There is no feature to learn from.",
                source,
                "Give at least one column besides the target."
            );

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

    internal static bool IsFeature(ColumnRole role) => role < ColumnRole.Target;
}
