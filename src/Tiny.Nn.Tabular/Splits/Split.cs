using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>
/// The rows of a table in two parts: one to learn from, one to judge by. Together they are all rows, each once.
/// </summary>
/// <remarks>Both parts are in ascending order, as in the file; a training run shuffles for itself. The same seed gives the same parts.</remarks>
public sealed class Split
{
    internal Split(int[] training, int[] validation)
    {
        Array.Sort(training);
        Array.Sort(validation);
        Training = training;
        Validation = validation;
    }

    /// <summary>The rows to learn from, ascending.</summary>
    public ReadOnlyMemory<int> Training { get; }

    /// <summary>The rows to judge by, ascending.</summary>
    public ReadOnlyMemory<int> Validation { get; }

    /// <summary>A split without regard to the target.</summary>
    /// <param name="count">How many rows there are.</param>
    /// <param name="fraction">The part for validation, between 0 and 1. Of two rows or more, each side gets at least one.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the fraction not between 0 and 1.</exception>
    public static Split Random(int count, double fraction, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(generator);
        Fraction.Check(fraction);
        int[] rows = [.. Enumerable.Range(0, count)];
        generator.Shuffle(rows.AsSpan());
        int validation = count < 2 ? 0 : Math.Clamp(Rounded(count * fraction), 1, count - 1);
        return new Split(rows[validation..], rows[..validation]);
    }

    /// <summary>A split in which each class keeps its share.</summary>
    /// <remarks>
    /// A class of two rows or more is on both sides; a class of one row is only learnt. Apart from that no class is a whole row away
    /// from its exact share, and the rows that rounding leaves over go to the classes with the largest remainders, until the total
    /// is as near to the fraction as it can be.
    /// </remarks>
    /// <param name="codes">The class of each row.</param>
    /// <param name="fraction">The part for validation, between 0 and 1.</param>
    /// <param name="generator">The source of chance.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or the fraction not between 0 and 1.</exception>
    public static Split Stratified(ReadOnlySpan<int> codes, double fraction, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Fraction.Check(fraction);
        List<int>[] classes = Strata.Shuffled(codes, generator);
        int[] counts = Shares([.. classes.Select(rows => rows.Count)], fraction);
        int[] training = [.. classes.SelectMany((rows, code) => rows.Skip(counts[code]))];
        int[] validation = [.. classes.SelectMany((rows, code) => rows.Take(counts[code]))];
        return new Split(training, validation);
    }

    private static int[] Shares(int[] sizes, double fraction)
    {
        int[] shares = new int[sizes.Length];
        double wanted = 0;
        int given = 0;
        foreach ((int code, int size) in sizes.Index().Where(stratum => stratum.Item > 1))
        {
            shares[code] = Math.Clamp((int)(size * fraction), 1, size - 1);
            wanted += size * fraction;
            given += shares[code];
        }
        double Remainder(int code) => sizes[code] * fraction - shares[code];
        IEnumerable<int> inNeed = Enumerable
            .Range(0, sizes.Length)
            .Where(code => shares[code] < sizes[code] - 1 && Remainder(code) > 0)
            .OrderByDescending(Remainder)
            .Take(Math.Max(0, Rounded(wanted) - given))
            .ToArray();
        foreach (int code in inNeed)
        {
            shares[code]++;
        }
        return shares;
    }

    private static int Rounded(double rows) => (int)Math.Round(rows, MidpointRounding.AwayFromZero);
}
