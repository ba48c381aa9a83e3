using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Alike;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>
/// One of the levels that a model knows, by its text. A number without such a text is the level of the same value, however that is
/// written; true and false are levels in any case of letters, or else 1 and 0.
/// </summary>
internal sealed class CategoryCell : RowCell
{
    private readonly CategoryFeature feature;
    private readonly string unknown;
    private readonly LevelNames names;
    private readonly Lazy<Lookalikes> lookalikes;

    /// <param name="feature">The feature with the levels that the model knows.</param>
    /// <param name="rules">What a missing cell looks like.</param>
    /// <param name="unknown">What is known of a text that is none of the levels: <c>was not seen in training</c>.</param>
    internal CategoryCell(CategoryFeature feature, CellRules rules, string unknown)
        : base(feature, rules)
    {
        this.feature = feature;
        this.unknown = unknown;
        names = new LevelNames(feature.Levels, rules);
        lookalikes = new Lazy<Lookalikes>(() => new Lookalikes(feature.Levels));
    }

    private protected override string Content => "one of several texts";

    internal override double Read(RowValue value, List<string> notes)
    {
        if (value.Kind == RowValueKind.Unsuitable)
        {
            throw WrongKind(value, "Give a text, a number, true or false, or null where it is missing.");
        }
        string text = Trimmed(value.Text);
        if (names.Named(text) is var place and not LevelNames.None)
        {
            return place;
        }
        if (IsMissing(text))
        {
            return double.NaN;
        }
        if (names.FindOther(text) is var other and not LevelNames.None)
        {
            return other;
        }
        if (Equivalent(value.Kind, text) is { } same)
        {
            return same;
        }
        string meant =
            lookalikes.Value.Find(text) is { } like
                ? $"; it looks like {Excerpt.Name(like)}, they differ {Lookalikes.Difference(like, text)}"
            : Closest.To(text, feature.Levels) is { } level ? $"; {Excerpt.Name(level)} is the nearest"
            : "";
        notes.Add($"{feature.Name}: {Excerpt.Name(text)} {unknown}{meant}");
        return -1;
    }

    /// <summary>The only level that means the same and is written otherwise.</summary>
    private int? Equivalent(RowValueKind kind, string text)
    {
        Predicate<string>? isSame = kind switch
        {
            RowValueKind.Number when Number(text) is { } number => level =>
                Rules.TryParse(Encoding.UTF8.GetBytes(level), out double known) && known == number,
            RowValueKind.Boolean => level => level.Equals(text, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
        if (isSame is null)
        {
            return null;
        }
        int[] found = [.. Enumerable.Range(0, feature.Levels.Count).Where(i => isSame(feature.Levels[i]))];
        return found.Length == 1 ? found[0]
            : kind == RowValueKind.Boolean
            && names.Named(text == "true" ? "1" : "0") is var digit and not LevelNames.None
                ? digit
            : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
