using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>Cross-validation: k splits, in which every row is validated once and learnt from k − 1 times.</summary>
public static class Fold
{
    /// <summary>Folds in which each class keeps its share: its counts in two folds differ by one at most, and so do the folds' sizes.</summary>
    /// <param name="codes">The class of each row.</param>
    /// <param name="k">How many folds: two at least, and no more than rows.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or there cannot be k folds.</exception>
    public static IReadOnlyList<Split> Stratified(ReadOnlySpan<int> codes, int k, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Check(codes.Length, k);
        return Deal([.. Strata.Shuffled(codes, generator).SelectMany(rows => rows)], k);
    }

    /// <summary>Folds without regard to the target. Their sizes differ by one at most.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="k">How many folds: two at least, and no more than rows.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be k folds.</exception>
    public static IReadOnlyList<Split> Random(int count, int k, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Check(count, k);
        int[] rows = [.. Enumerable.Range(0, count)];
        generator.Shuffle(rows.AsSpan());
        return Deal(rows, k);
    }

    /// <summary>Folds in which each class keeps its share, several times over, each time dealt out anew: the folds of one after those of the other.</summary>
    /// <remarks>Repeating averages out the luck of one deal. It adds no rows: results of repeats are not independent.</remarks>
    /// <param name="codes">The class of each row.</param>
    /// <param name="k">How many folds a time: two at least, and no more than rows.</param>
    /// <param name="repeats">How many times.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, there cannot be k folds, or repeats are not positive.</exception>
    public static IReadOnlyList<Split> Stratified(ReadOnlySpan<int> codes, int k, int repeats, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        List<Split> folds = [];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            folds.AddRange(Stratified(codes, k, generator));
        }
        return folds;
    }

    /// <summary>Folds without regard to the target, several times over, each time dealt out anew.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="k">How many folds a time: two at least, and no more than rows.</param>
    /// <param name="repeats">How many times.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">There cannot be k folds, or repeats are not positive.</exception>
    public static IReadOnlyList<Split> Random(int count, int k, int repeats, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        return [.. Enumerable.Range(0, repeats).SelectMany(_ => Random(count, k, generator))];
    }

    /// <summary>Deals the rows out like cards: class after class, the next class beginning where the last one ended.</summary>
    private static Split[] Deal(int[] rows, int k)
    {
        Split[] folds = new Split[k];
        for (int fold = 0; fold < k; fold++)
        {
            int[] training = [.. rows.Where((_, place) => place % k != fold)];
            int[] validation = [.. rows.Where((_, place) => place % k == fold)];
            folds[fold] = new Split(training, validation);
        }
        return folds;
    }

    private static void Check(int count, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, count);
    }
}
