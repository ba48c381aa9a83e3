using System.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>How far predicted numbers are from the actual ones. Computed in double, in the order of the samples.</summary>
/// <param name="RootMeanSquaredError">√(Σ(pᵢ − yᵢ)²/n), in the unit of the target.</param>
/// <param name="MeanAbsoluteError">Σ|pᵢ − yᵢ|/n, in the unit of the target.</param>
/// <param name="RSquared">
/// 1 − Σ(pᵢ − yᵢ)²/Σ(yᵢ − ȳ)²: 1 is perfect, 0 as good as always predicting the mean of these samples, below 0 worse than that.
/// Where all actual numbers are the same, as of a single sample, there is nothing to explain and it is undefined: NaN.
/// </param>
/// <param name="MedianAbsoluteError">The error |pᵢ − yᵢ| that half of the samples do not exceed; few wild errors do not move it.</param>
/// <param name="MaximumError">The largest |pᵢ − yᵢ|.</param>
public sealed record RegressionMetrics(
    double RootMeanSquaredError,
    double MeanAbsoluteError,
    double RSquared,
    double MedianAbsoluteError,
    double MaximumError
)
{
    /// <summary>All of them.</summary>
    public override string ToString() =>
        $"RMSE {Rounded.Text(RootMeanSquaredError)}, MAE {Rounded.Text(MeanAbsoluteError)}, R² {Rounded.Text(RSquared)}, "
        + $"median error {Rounded.Text(MedianAbsoluteError)}, maximum error {Rounded.Text(MaximumError)}";

    /// <summary>Compares predicted with actual numbers: one output of each sample.</summary>
    /// <param name="predicted">What was predicted.</param>
    /// <param name="actual">What is true.</param>
    /// <exception cref="ArgumentException">There is no sample, or the lengths differ.</exception>
    public static RegressionMetrics Measure<T>(ReadOnlySpan<T> predicted, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Pairs.Check(predicted.Length, actual.Length);
        int count = actual.Length;
        double[] truth = new double[count];
        double[] errors = new double[count];
        (double absolute, double squared) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            truth[i] = double.CreateTruncating(actual[i]);
            double error = double.CreateTruncating(predicted[i]) - truth[i];
            errors[i] = Math.Abs(error);
            absolute += errors[i];
            squared += error * error;
        }
        Spread spread = Spread.Of(truth, [.. Enumerable.Range(0, count)]);
        Spread perSample = spread with { Squares = spread.Squares / count };
        Array.Sort(errors);
        return new RegressionMetrics(
            Math.Sqrt(squared / count),
            absolute / count,
            perSample.RSquared(squared / count),
            Median(errors),
            double.IsNaN(errors[0]) ? double.NaN : errors[^1]
        );
    }

    /// <summary>The error in the middle; of an even number of them, the middle between the two.</summary>
    private static double Median(double[] sorted)
    {
        int half = sorted.Length / 2;
        return int.IsOddInteger(sorted.Length) ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }
}
