namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>Mean and standard deviation of a feature, in double, in the order of the samples.</summary>
internal static class Moments
{
    /// <summary>m = Σxᵢ/n, then m + Σ(xᵢ − m)/n, which takes out what rounding left in m, then s = √(Σ(xᵢ − m)²/n).</summary>
    /// <param name="x">The feature's numbers, at least one.</param>
    /// <returns>m, and s: exactly 0 where all numbers are the same.</returns>
    internal static (double Mean, double Deviation) Compute(ReadOnlySpan<double> x)
    {
        if (x.IndexOfAnyExcept(x[0]) < 0)
        {
            // The mean of equal numbers may miss them by a rounding, and then s would be that rounding, not 0.
            return (x[0], 0);
        }
        double mean = MeanDifference(x, 0);
        mean += MeanDifference(x, mean);
        double squares = 0;
        foreach (double number in x)
        {
            double difference = number - mean;
            squares += difference * difference;
        }
        return (mean, Math.Sqrt(squares / x.Length));
    }

    private static double MeanDifference(ReadOnlySpan<double> x, double mean)
    {
        double sum = 0;
        foreach (double number in x)
        {
            sum += number - mean;
        }
        return sum / x.Length;
    }
}
