using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about the target of a file.</summary>
internal static class TargetFindings
{
    /// <summary>Findings about missing targets, and about labels and classes.</summary>
    internal static IEnumerable<Finding> Of(TargetColumn target)
    {
        if (target.DroppedRows > 0)
        {
            yield return Create(
                FindingKind.DroppedRows,
                $"{Evidence.Count(target.DroppedRows, "row")} without a target left out"
            );
        }
        if (Evidence.Missing(target.Name, target.DroppedTexts, target.Rules) is { } missing)
        {
            yield return missing;
        }
        if (target.SuggestedKind == TargetKind.Regression)
        {
            if (target.Writing is { Written: > 0 } writing)
            {
                yield return Create(FindingKind.WrittenNumbers, writing.Describe(writing.Written));
            }
            yield break;
        }
        if (target.BlankEnds > 0)
        {
            yield return Create(
                FindingKind.TrailingBlanks,
                $"{Evidence.Count(target.BlankEnds, "label")} with a blank behind, which was taken off"
            );
        }
        foreach (
            Finding finding in LevelFindings
                .Spellings(target.Name, target.Spellings)
                .Concat(LevelFindings.Similar(target.Name, target.Levels))
        )
        {
            yield return finding;
        }
        int[] counts = new int[target.Levels.Count];
        foreach (int code in target.Codes.Span)
        {
            counts[code]++;
        }
        if (Evidence.Errors(target.Name, target.Levels, counts) is { } errors)
        {
            yield return errors;
        }
        if (IsRefusedAsClasses(target))
        {
            // Training says it, and what to do: the rows of each class are no second fault.
            yield break;
        }
        string[] rare = [.. target.Levels.Where((_, level) => counts[level] == 1).Select(Excerpt.Quote)];
        if (rare.Length > 0)
        {
            yield return Create(FindingKind.RareClass, $"one row only: {Excerpt.List(rare)}");
        }

        Finding Create(FindingKind kind, string evidence) => new(kind, target.Name, evidence);
    }

    /// <summary>True of numbers that would be classes of fewer than two rows each: they are amounts, or name the rows.</summary>
    private static bool IsRefusedAsClasses(TargetColumn target) =>
        target.IsNumeric && TargetFault.Find(target, null, "") is { Kind: FindingKind.TooManyValues };
}
