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
}
