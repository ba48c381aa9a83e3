using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>How a share of some rows is set aside.</summary>
internal abstract class Draw
{
    /// <summary>Sets some of the rows aside for the test of a split; a share of 0 sets none aside.</summary>
    /// <param name="rows">Rows of a table, ascending.</param>
    /// <param name="classes">The class of each row of the table; all 0 where there is nothing to stratify by.</param>
    /// <param name="share">The share, in [0, 1).</param>
    /// <param name="generator">The source of randomness.</param>
    internal Split SetAside(ReadOnlySpan<int> rows, ReadOnlySpan<int> classes, double share, Generator generator)
    {
        if (share == 0)
        {
            return Split.OfSorted(rows.ToArray(), [], []);
        }
        return Among(rows, classes, share, generator).Among(rows);
    }

    /// <summary>Sets some of all rows aside.</summary>
    internal virtual Split SetAside(ReadOnlySpan<int> classes, double share, Generator generator) =>
        SetAside((int[])[.. Enumerable.Range(0, classes.Length)], classes, share, generator);

    /// <summary>Deals some of the rows into folds: each split tests one of them.</summary>
    /// <param name="rows">Rows of a table, ascending.</param>
    /// <param name="classes">The class of each row of the table; all 0 where there is nothing to stratify by.</param>
    /// <param name="count">How many folds, two at least; there are fewer where the rows allow no more.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <returns>Splits of places among the rows.</returns>
    internal abstract IReadOnlyList<Split> Folds(int[] rows, ReadOnlySpan<int> classes, int count, Generator generator);

    /// <summary>The problem with rows that cannot be divided once more.</summary>
    /// <param name="parts">What is not to be divided, in the plural.</param>
    /// <param name="count">How many of them the table has.</param>
    /// <param name="other">What else may be done.</param>
    private protected static DataException TooFew(string parts, int count, string other) =>
        new(
            $"The table has {count} {parts}; once the test rows are set aside, one is left for training and validation, and cannot be divided.",
            null,
            new Advice($"{other}, or set no rows aside for validation: {RemedyKind.Validation} 0.")
        );

    /// <summary>The same as places among the rows.</summary>
    private protected abstract Split Among(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> classes,
        double share,
        Generator generator
    );
}
