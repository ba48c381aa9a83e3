using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// B = (1/n)·Σᵢ ½Σₖ (pₖᵢ − [k = class of i])²: how far the probabilities are from the truth, from 0, perfect, to 1, sure and always
/// wrong. Of two classes it is the familiar mean of (p − y)². Brier, "Verification of forecasts expressed in terms of probability",
/// 1950; his own is twice this.
/// </summary>
internal static class BrierScore
{
    /// <summary>The mean over samples, computed in double.</summary>
    /// <param name="probabilities">classes × samples.</param>
    /// <param name="actual">The actual class of each sample.</param>
    /// <exception cref="ArgumentException">There is no sample, or the numbers of samples differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A code is no class.</exception>
    public static double Mean<T>(Matrix<T> probabilities, ReadOnlySpan<int> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pairs.Check(probabilities.Columns, actual.Length);
        double total = 0;
        for (int sample = 0; sample < actual.Length; sample++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                (uint)actual[sample],
                (uint)probabilities.Rows,
                nameof(actual)
            );
            total += OfSample<T>(probabilities.Column(sample), actual[sample]);
        }
        return total / actual.Length;
    }

    /// <summary>½Σₖ (pₖ − [k = actual])² of one sample, computed in double.</summary>
    /// <param name="probabilities">One for each class.</param>
    /// <param name="actual">The actual class, which is one of them.</param>
    internal static double OfSample<T>(ReadOnlySpan<T> probabilities, int actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int code = 0; code < probabilities.Length; code++)
        {
            double error = double.CreateTruncating(probabilities[code]) - (code == actual ? 1 : 0);
            sum += error * error;
        }
        return sum / 2;
    }
}
