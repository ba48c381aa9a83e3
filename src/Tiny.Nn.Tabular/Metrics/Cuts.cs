namespace Tiny.Nn.Tabular.Metrics;

/// <summary>What taking all samples with at least this score for positive would catch.</summary>
/// <param name="Score">The score.</param>
/// <param name="Positives">How many positive samples have at least this score.</param>
/// <param name="Negatives">How many negative ones.</param>
internal readonly record struct Cut(double Score, int Positives, int Negatives)
{
    /// <summary>How many samples have at least this score.</summary>
    internal int Total => Positives + Negatives;
}

/// <summary>Every place at which scores of two classes can be cut: one for each distinct score, so that ties stay together.</summary>
internal static class Cuts
{
    /// <summary>From the highest score to the lowest; the last cut catches everything.</summary>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a score is NaN.</exception>
    internal static List<Cut> Find(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        Pairs.Check(scores.Length, positive.Length);
        double[] keys = scores.ToArray();
        bool[] labels = positive.ToArray();
        if (Array.Exists(keys, double.IsNaN))
        {
            throw new ArgumentException("A score is not a number.", nameof(scores));
        }
        Array.Sort(keys, labels);
        List<Cut> cuts = [];
        (int positives, int negatives) = (0, 0);
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            positives += labels[i] ? 1 : 0;
            negatives += labels[i] ? 0 : 1;
            if (i == 0 || keys[i - 1] != keys[i])
            {
                cuts.Add(new Cut(keys[i], positives, negatives));
            }
        }
        return cuts;
    }
}
