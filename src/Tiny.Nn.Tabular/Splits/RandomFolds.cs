using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>
/// Cross-validation: k splits, in which every row is in the test once and learnt from k − 1 times. Each class keeps its share: its
/// counts in two folds differ by one at most, and so do the folds' sizes.
/// </summary>
internal static class RandomFolds
{
    /// <param name="codes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <param name="k">How many folds: two at least, and no more than rows.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or there cannot be k folds.</exception>
    internal static IReadOnlyList<Split> Of(ReadOnlySpan<int> codes, int k, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, codes.Length);

        // Dealt out like cards: class after class, the next class beginning where the last one ended.
        int[] rows = [.. Strata.Shuffled(codes, generator).SelectMany(rows => rows)];
        return
        [
            .. Enumerable
                .Range(0, k)
                .Select(fold => Split.SetAside(rows.Length, [.. rows.Where((_, place) => place % k == fold)])),
        ];
    }
}
