namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Tries every threshold that makes a difference.</summary>
internal static class ThresholdSearch
{
    /// <summary>The threshold of the largest gain, of equal ones the nearest to ½.</summary>
    /// <param name="scores">From 0 to 1.</param>
    /// <param name="positive">Whether a sample is positive.</param>
    /// <param name="gain">How good it is to catch so many, out of all.</param>
    internal static double Best(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, Func<Cut, Cut, double> gain)
    {
        List<Cut> cuts = Cuts.Find(scores, positive);
        Cut all = cuts[^1];
        (double best, double most) = (double.NaN, double.NegativeInfinity);

        // A sample of score 0 is above no threshold, and one of score 1 below none but 1.
        Cut nobody = new(1, 0, 0);
        for (int taken = 0; taken <= cuts.Count; taken++)
        {
            Cut caught = taken == 0 ? nobody : cuts[taken - 1];
            double below = taken == cuts.Count ? 0 : cuts[taken].Score;
            if (taken == cuts.Count && caught.Score == 0)
            {
                continue;
            }
            double threshold = Between(below, caught.Score);
            double value = gain(caught, all);
            if (value > most || (value == most && Math.Abs(threshold - 0.5) < Math.Abs(best - 0.5)))
            {
                (best, most) = (threshold, value);
            }
        }
        return best;
    }

    /// <summary>Above <paramref name="below"/> or on it, but not on <paramref name="above"/>, even where they are neighbours in double.</summary>
    private static double Between(double below, double above)
    {
        double middle = below + (above - below) / 2;
        return middle < above ? middle : below;
    }
}
