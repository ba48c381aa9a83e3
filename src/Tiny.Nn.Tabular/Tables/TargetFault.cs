namespace Tiny.Nn.Tabular.Tables;

/// <summary>What keeps a target from being learned.</summary>
/// <param name="Kind">What is odd.</param>
/// <param name="Problem">The same as an error, with a place and advice.</param>
internal sealed record TargetFault(FindingKind Kind, DataException Problem)
{
    /// <summary>What is wrong; null where it can be learned.</summary>
    /// <param name="target">The target.</param>
    /// <param name="asked">What it was said to be; null where nothing was said.</param>
    /// <param name="source">Where the table comes from.</param>
    /// <exception cref="DataException">It is said to be numbers, and one is none.</exception>
    internal static TargetFault? Find(TargetColumn target, TargetKind? asked, string source)
    {
        string where = $"{source}, column {Excerpt.Name(target.Name)}";
        if (!target.Varies)
        {
            return new TargetFault(
                FindingKind.Constant,
                new DataException(
                    $"The target is the same in every row, \"{target.Levels[0]}\": there is nothing to tell apart.",
                    where,
                    new Advice($"Name another target, or add rows that differ in it.")
                )
            );
        }
        if (asked is null && target.Doubt is { } doubt)
        {
            return new TargetFault(FindingKind.MixedTypes, doubt);
        }
        if ((asked ?? target.SuggestedKind) == TargetKind.Regression)
        {
            return target.TooLarge() is { } large ? new TargetFault(FindingKind.MixedTypes, large) : null;
        }
        (int classes, int rows) = (target.Levels.Count, target.Texts.Count);
        if (classes <= rows / 2)
        {
            return null;
        }
        FormattableString advice = target.IsNumeric
            ? (FormattableString)
                $"Say that the numbers are amounts: {RemedyKind.Regression}; or name another target, if this one is an identifier."
            : $"Name another target: this one looks like an identifier.";
        return new TargetFault(
            FindingKind.TooManyValues,
            new DataException(
                $"The target has {classes} classes in {rows} rows: fewer than two rows each, on average.",
                where,
                new Advice(advice)
            )
        );
    }
}
