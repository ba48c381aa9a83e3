using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A cross-validation, with the linear model on the same folds beside it.</summary>
/// <param name="Result">What the recipe came to.</param>
/// <param name="Linear">What it came to without hidden layers; null where there is nothing to compare.</param>
/// <param name="Note">Why there is none, if that needs to be said.</param>
internal sealed record CrossValidated(CrossValidationResult Result, CrossValidationResult? Linear, string? Note)
{
    /// <summary>Rows whose features also stand in another fold, of the first deal; null where nobody looked.</summary>
    internal SharedRows? Shared { get; init; }

    /// <summary>The linear model as a baseline, judged by the folds' differences; null where there is none.</summary>
    internal BaselineResult? Baseline =>
        Linear is null ? null : new BaselineResult("linear model", Linear.Pooled[0], Result.CompareWith(Linear));

    /// <summary>The mean accuracy of the folds; null of numbers.</summary>
    internal double? Accuracy => Result.Summaries.FirstOrDefault(summary => summary.Name == "accuracy")?.Mean;

    /// <summary>The same, once it is known which rows stand in two folds.</summary>
    internal CrossValidated Look(Table table)
    {
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        SharedRows[] found =
        [
            .. Result
                .Folds.Where(fold => fold.Repeat == 1)
                .Select(fold => fold.Predictions.Rows.ToArray())
                .Select(judged => SharedRows.Find(table, [.. all.Except(judged)], judged)),
        ];
        return this with
        {
            Shared = new SharedRows(
                found.Sum(shared => shared.Count),
                found.Sum(shared => shared.SameTarget),
                found.Sum(shared => shared.Judged),
                [.. found.SelectMany(shared => shared.Examples)]
            ),
        };
    }
}
