using System.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>How far predicted numbers are from the actual ones. Computed in double, in the order of the samples.</summary>
/// <param name="RootMeanSquaredError">√(Σwᵢ(pᵢ − yᵢ)²/Σwᵢ), in the unit of the target.</param>
/// <param name="MeanAbsoluteError">Σwᵢ|pᵢ − yᵢ|/Σwᵢ, in the unit of the target.</param>
/// <param name="RSquared">
/// 1 − Σwᵢ(pᵢ − yᵢ)²/Σwᵢ(yᵢ − ȳ)²: 1 is perfect, 0 as good as always predicting the mean of these samples, below 0 worse than that.
/// Where all actual numbers are the same, as of a single sample, there is nothing to explain and it is undefined: NaN.
/// </param>
/// <param name="MedianAbsoluteError">The error |pᵢ − yᵢ| that half of the weight does not exceed; few wild errors do not move it.</param>
/// <param name="MaximumError">The largest |pᵢ − yᵢ| of a sample that weighs anything.</param>
public sealed record RegressionMetrics(
    double RootMeanSquaredError,
    double MeanAbsoluteError,
    double RSquared,
    double MedianAbsoluteError,
    double MaximumError
)
{
    /// <summary>Compares predicted with actual numbers: one output of each sample.</summary>
    /// <param name="predicted">What was predicted.</param>
    /// <param name="actual">What is true.</param>
    /// <param name="weights">wᵢ: how much each sample counts; empty where all count the same.</param>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a weight is negative or not finite.</exception>
    public static RegressionMetrics Measure<T>(
        ReadOnlySpan<T> predicted,
        ReadOnlySpan<T> actual,
        ReadOnlySpan<double> weights = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pairs.Check(predicted.Length, actual.Length);
        WeightedMean level = new(weights, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            level.Add(i, double.CreateTruncating(actual[i]));
        }
        WeightedMean absolute = new(weights, actual.Length);
        WeightedMean squared = new(weights, actual.Length);
        WeightedMean spread = new(weights, actual.Length);
        double[] errors = new double[actual.Length];
        double[] counted = new double[actual.Length];
        for (int i = 0; i < actual.Length; i++)
        {
            double y = double.CreateTruncating(actual[i]);
            double error = double.CreateTruncating(predicted[i]) - y;
            absolute.Add(i, Math.Abs(error));
            squared.Add(i, error * error);
            spread.Add(i, (y - level.Value) * (y - level.Value));
            errors[i] = Math.Abs(error);
            counted[i] = weights.IsEmpty ? 1 : weights[i];
        }
        double unexplained = IsConstant(actual, weights) ? double.NaN : squared.Value / spread.Value;
        Array.Sort(errors, counted);
        return new RegressionMetrics(
            Math.Sqrt(squared.Value),
            absolute.Value,
            1 - unexplained,
            Median(errors, counted),
            Largest(errors, counted)
        );
    }

    /// <summary>Asked of the numbers themselves: rounding in their mean makes a spread of its own.</summary>
    private static bool IsConstant<T>(ReadOnlySpan<T> actual, ReadOnlySpan<double> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T? first = null;
        for (int i = 0; i < actual.Length; i++)
        {
            if (weights.IsEmpty || weights[i] > 0)
            {
                first ??= actual[i];
                if (first != actual[i])
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>Where the running weight passes half of the whole; where it meets it, the middle between this error and the next.</summary>
    private static double Median(double[] sorted, double[] weights)
    {
        double half = weights.Sum() / 2;
        double running = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            running += weights[i];
            if (running > half)
            {
                return sorted[i];
            }
            if (running == half && half > 0)
            {
                int next = Array.FindIndex(weights, i + 1, weight => weight > 0);
                return sorted[i] / 2 + sorted[next] / 2;
            }
        }
        return double.NaN;
    }

    private static double Largest(double[] sorted, double[] weights)
    {
        int last = Array.FindLastIndex(weights, weight => weight > 0);
        return last < 0 || double.IsNaN(sorted[0]) ? double.NaN : sorted[last];
    }
}
