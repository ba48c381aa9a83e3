namespace Tiny.Nn.Tabular.Metrics;

/// <summary>What every metric asks of its operands.</summary>
internal static class Pairs
{
    /// <summary>As many predicted as actual ones, and not none.</summary>
    internal static void Check(int predicted, int actual)
    {
        if (predicted != actual)
        {
            throw new ArgumentException($"There are {predicted} predictions for {actual} samples.");
        }
        if (actual == 0)
        {
            throw new ArgumentException("There is no sample to judge by.");
        }
    }

    /// <summary>A weight for each sample, finite and not negative; or none at all.</summary>
    internal static void CheckWeights(ReadOnlySpan<double> weights, int count)
    {
        if (!weights.IsEmpty && weights.Length != count)
        {
            throw new ArgumentException($"There are {weights.Length} weights for {count} samples.", nameof(weights));
        }
        foreach (double weight in weights)
        {
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new ArgumentException("A weight is finite and not negative.", nameof(weights));
            }
        }
    }
}
