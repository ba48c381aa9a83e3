namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Mean and standard deviation of numbers, in double and in the order given.</summary>
/// <param name="Mean">m; NaN of no numbers.</param>
/// <param name="Deviation">s.</param>
internal readonly record struct MeanAndDeviation(double Mean, double Deviation)
{
    /// <summary>Of a sample: m = Σxᵢ/n and s = √(Σ(xᵢ − m)²/(n − 1)), which is NaN of fewer than two numbers.</summary>
    internal static MeanAndDeviation OfSample(ReadOnlySpan<double> x)
    {
        double mean = MeanOf(x);
        double variance = x.Length < 2 ? double.NaN : SumOfSquares(x, mean) / (x.Length - 1);
        return new MeanAndDeviation(mean, Math.Sqrt(variance));
    }

    /// <summary>
    /// Of a population: m = Σxᵢ/n, then m + Σ(xᵢ − m)/n, which takes out what rounding left in m, then s = √(Σ(xᵢ − m)²/n): exactly 0
    /// where all numbers are the same.
    /// </summary>
    /// <param name="x">At least one number.</param>
    internal static MeanAndDeviation OfPopulation(ReadOnlySpan<double> x)
    {
        if (x.IndexOfAnyExcept(x[0]) < 0)
        {
            // The mean of equal numbers may miss them by a rounding, and then s would be that rounding, not 0.
            return new MeanAndDeviation(x[0], 0);
        }
        double mean = MeanOf(x);
        mean += MeanDifference(x, mean);
        return new MeanAndDeviation(mean, Math.Sqrt(SumOfSquares(x, mean) / x.Length));
    }

    /// <summary>Σxᵢ/n.</summary>
    internal static double MeanOf(ReadOnlySpan<double> x) => MeanDifference(x, 0);

    private static double MeanDifference(ReadOnlySpan<double> x, double mean)
    {
        double sum = 0;
        foreach (double number in x)
        {
            sum += number - mean;
        }
        return sum / x.Length;
    }

    private static double SumOfSquares(ReadOnlySpan<double> x, double mean)
    {
        double squares = 0;
        foreach (double number in x)
        {
            squares += (number - mean) * (number - mean);
        }
        return squares;
    }
}
