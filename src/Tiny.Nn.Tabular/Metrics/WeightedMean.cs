namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Σwᵢxᵢ/Σwᵢ, added up in the order of the samples; NaN where nothing weighs anything.</summary>
internal ref struct WeightedMean
{
    private readonly ReadOnlySpan<double> weights;
    private double sum;
    private double total;

    /// <param name="weights">One per sample, finite and not negative; empty where all count the same.</param>
    /// <param name="count">How many samples there are.</param>
    internal WeightedMean(ReadOnlySpan<double> weights, int count)
    {
        Pairs.CheckWeights(weights, count);
        this.weights = weights;
    }

    internal readonly double Value => sum / total;

    internal void Add(int sample, double value)
    {
        double weight = weights.IsEmpty ? 1 : weights[sample];
        sum += weight * value;
        total += weight;
    }
}
