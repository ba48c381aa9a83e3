namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Mean x̄ = Σxᵢ/n and standard deviation s = √(Σ(xᵢ − x̄)²/(n − 1)) of a sample, in the order given.</summary>
/// <param name="Mean">x̄; NaN of no values.</param>
/// <param name="Deviation">s; NaN of fewer than two values.</param>
internal readonly record struct SampleMoments(double Mean, double Deviation)
{
    internal static SampleMoments Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }
        return new SampleMoments(mean, values.Length < 2 ? double.NaN : Math.Sqrt(squares / (values.Length - 1)));
    }
}
