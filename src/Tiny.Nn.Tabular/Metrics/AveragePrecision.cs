namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// AP = Σₖ (Rₖ − Rₖ₋₁)·Pₖ: the precision averaged over the recall that is gained on the way from the highest score down; samples of
/// equal score come in together. Nothing is interpolated. Chance is the share of positive samples, 1 is perfect.
/// </summary>
/// <remarks>Of two classes, one of which is rare, it says more than the area under the ROC curve (Davis and Goadrich, 2006).</remarks>
internal static class AveragePrecision
{
    /// <summary>The average precision; NaN where no sample is positive.</summary>
    /// <param name="scores">How much each sample looks positive: a probability, or any number that grows with it.</param>
    /// <param name="positive">Whether it is.</param>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a score is NaN.</exception>
    public static double Measure(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive)
    {
        List<Cut> cuts = Cuts.Find(scores, positive);
        double sum = 0;
        int before = 0;
        foreach (Cut cut in cuts)
        {
            double precision = (double)cut.Positives / (cut.Positives + cut.Negatives);
            sum += (cut.Positives - before) * precision;
            before = cut.Positives;
        }
        return sum / before;
    }
}
