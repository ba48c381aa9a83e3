namespace Tiny.Nn.Tabular.Splits;

/// <summary>Sets the last rows in time aside: learns from the past and judges by the future, as a model in use is judged.</summary>
internal static class TimeSplit
{
    /// <remarks>
    /// Rows of the same time stay together: of the places where the time changes, the split is at the one that is nearest to the fraction, the
    /// earlier of two equally near ones. Nothing is random.
    /// </remarks>
    /// <param name="times">When each row was: any number that grows with time.</param>
    /// <param name="fraction">The part of the rows to set aside, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="DataException">A time is missing (NaN), or all are the same.</exception>
    internal static Split Of(ReadOnlySpan<double> times, double fraction)
    {
        Fraction.Check(fraction);
        double[] keys = times.ToArray();
        int[] rows = [.. Enumerable.Range(0, keys.Length)];
        int missing = Array.FindIndex(keys, double.IsNaN);
        if (missing >= 0)
        {
            throw new DataException(
                "A row has no time, and so no place in the order.",
                $"row {missing + 1}",
                "Fill the time in, or remove the row."
            );
        }
        Array.Sort(keys, rows);
        double wanted = keys.Length * (1 - fraction);
        int best = 0;
        for (int place = 1; place < keys.Length; place++)
        {
            bool changes = keys[place] != keys[place - 1];
            if (changes && (best == 0 || Math.Abs(place - wanted) < Math.Abs(best - wanted)))
            {
                best = place;
            }
        }
        return best > 0
            ? Split.SetAside(rows.Length, rows.AsSpan(best))
            : throw new DataException(
                "All rows that have a target have the same time: there is no past to learn from.",
                null,
                "Name another column for the time, or split at random."
            );
    }
}
