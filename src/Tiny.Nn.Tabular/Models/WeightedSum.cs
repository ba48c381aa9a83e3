namespace Tiny.Nn.Tabular.Models;

/// <summary>Means of answers are added up one after the other.</summary>
internal static class WeightedSum
{
    /// <summary>sᵢ ← sᵢ + w·aᵢ.</summary>
    /// <param name="sum">s.</param>
    /// <param name="answers">a, as many.</param>
    /// <param name="weight">w.</param>
    internal static void Add(Span<double> sum, ReadOnlySpan<double> answers, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * answers[i];
        }
    }
}
