using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>L = −(1/n)·Σᵢ ln p(actual classᵢ): how much the actual classes surprise who believes the probabilities.</summary>
internal static class LogLoss
{
    /// <summary>
    /// A probability below this counts as this: so being sure and wrong costs 34.5 a sample, and not infinitely much.
    /// </summary>
    public const double SmallestProbability = 1e-15;

    /// <summary>The mean over samples, in nats, computed in double.</summary>
    /// <param name="probabilities">classes × samples; they are not normalised here. NaN gives NaN.</param>
    /// <param name="actual">The actual class of each sample.</param>
    /// <exception cref="ArgumentException">There is no sample, or the numbers of samples differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A code is no class.</exception>
    public static double Mean<T>(Matrix<T> probabilities, ReadOnlySpan<int> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (double surprise in Each(probabilities, actual))
        {
            sum += surprise;
        }
        return sum / actual.Length;
    }

    /// <summary>−ln p of the actual class, sample by sample.</summary>
    internal static double[] Each<T>(Matrix<T> probabilities, ReadOnlySpan<int> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pairs.Check(probabilities.Columns, actual.Length);
        double[] surprises = new double[actual.Length];
        for (int sample = 0; sample < surprises.Length; sample++)
        {
            surprises[sample] = OfSample(double.CreateTruncating(probabilities[actual[sample], sample]));
        }
        return surprises;
    }

    /// <summary>−ln p, where p is the probability that the actual class was given.</summary>
    internal static double OfSample(double p) =>
        -Elementary.Log(new Lane<double>(Math.Clamp(p, SmallestProbability, 1))).Value;
}
