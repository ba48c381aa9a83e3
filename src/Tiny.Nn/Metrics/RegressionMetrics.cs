using System.Numerics;

namespace Tiny.Nn.Metrics;

/// <summary>How far predicted numbers are from the actual ones. Computed in double, in the order of the samples.</summary>
/// <param name="RootMeanSquaredError">√(Σ(pᵢ − yᵢ)²/n), in the unit of the target.</param>
/// <param name="MeanAbsoluteError">Σ|pᵢ − yᵢ|/n, in the unit of the target.</param>
/// <param name="RSquared">
/// 1 − Σ(pᵢ − yᵢ)²/Σ(yᵢ − ȳ)²: 1 is perfect, 0 as good as always predicting the mean, below 0 worse than that.
/// Where all actual numbers are the same there is nothing to explain: 1 if all predictions are exact, else 0.
/// </param>
public sealed record RegressionMetrics(double RootMeanSquaredError, double MeanAbsoluteError, double RSquared)
{
    /// <summary>Compares predicted with actual numbers: one output of each sample.</summary>
    /// <exception cref="ArgumentException">There is no sample, or the lengths differ.</exception>
    public static RegressionMetrics Measure<T>(ReadOnlySpan<T> predicted, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pairs.Check(predicted.Length, actual.Length);
        double mean = 0;
        foreach (T y in actual)
        {
            mean += double.CreateTruncating(y) / actual.Length;
        }
        (double absolute, double squared, double spread) = (0, 0, 0);
        for (int i = 0; i < actual.Length; i++)
        {
            double y = double.CreateTruncating(actual[i]);
            double error = double.CreateTruncating(predicted[i]) - y;
            absolute += Math.Abs(error);
            squared += error * error;
            spread += (y - mean) * (y - mean);
        }

        // Asked of the numbers themselves: rounding in their mean makes a spread of its own.
        bool constant = !actual.ContainsAnyExcept(actual[0]);
        double unexplained =
            !constant ? squared / spread
            : squared > 0 ? 1
            : squared;
        return new RegressionMetrics(Math.Sqrt(squared / actual.Length), absolute / actual.Length, 1 - unexplained);
    }
}
