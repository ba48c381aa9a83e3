using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>Sets rows aside at random, so that each class keeps its share.</summary>
/// <remarks>
/// A class of two rows or more is on both sides; a class of one row is only learnt. Apart from that no class is a whole row away from
/// its exact share, and the rows that rounding leaves over go to the classes with the largest remainders, until the total is as near
/// to the fraction as it can be. Rows without classes are all of one class. The same seed gives the same split.
/// </remarks>
internal static class RandomSplit
{
    /// <param name="codes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <param name="fraction">The part to set aside, between 0 and 1. Of two rows or more, each side gets at least one.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or the fraction not between 0 and 1.</exception>
    internal static Split Of(ReadOnlySpan<int> codes, double fraction, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        Fraction.Check(fraction);
        int[][] classes = Strata.Shuffled(codes, generator);
        int[] counts = Shares([.. classes.Select(rows => rows.Length)], fraction);
        bool[] isTest = new bool[codes.Length];
        foreach ((int code, int[] rows) in classes.Index())
        {
            Split.Mark(isTest, rows.AsSpan(0, counts[code]));
        }
        return Split.SetAside(isTest);
    }

    /// <summary>How many rows of each class are set aside.</summary>
    private static int[] Shares(int[] sizes, double fraction)
    {
        int[] shares = new int[sizes.Length];
        double exact = 0;
        int given = 0;
        foreach ((int code, int size) in sizes.Index().Where(stratum => stratum.Item > 1))
        {
            shares[code] = Math.Clamp((int)(size * fraction), 1, size - 1);
            exact += size * fraction;
            given += shares[code];
        }
        double Remainder(int code) => sizes[code] * fraction - shares[code];
        IEnumerable<int> inNeed = Enumerable
            .Range(0, sizes.Length)
            .Where(code => shares[code] < sizes[code] - 1 && Remainder(code) > 0)
            .OrderByDescending(Remainder)
            .Take(Math.Max(0, (int)Math.Round(exact, MidpointRounding.AwayFromZero) - given))
            .ToArray();
        foreach (int code in inNeed)
        {
            shares[code]++;
        }
        return shares;
    }
}
