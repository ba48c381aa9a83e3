using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>The samples whose predicted class was given a probability within a range.</summary>
/// <param name="Lower">Where the range begins; the first bin holds its beginning too.</param>
/// <param name="Upper">Where it ends, the end included.</param>
/// <param name="Correct">How many of the samples were recognised, of how many.</param>
/// <param name="Confidence">The mean of the probabilities given; NaN of an empty bin.</param>
public sealed record ReliabilityBin(double Lower, double Upper, Proportion Correct, double Confidence)
{
    /// <summary>What was said, and how often it was so.</summary>
    public override string ToString() =>
        Correct.Count == 0
            ? $"{Rounded.Text(Lower)} to {Rounded.Text(Upper)}: none"
            : $"{Rounded.Text(Lower)} to {Rounded.Text(Upper)}: mean confidence {Rounded.Text(Confidence)}, {Correct} correct";

    /// <summary>|part recognised − mean probability|; 0 of an empty bin.</summary>
    public double Gap => Correct.Count == 0 ? 0 : Math.Abs(Correct.Value - Confidence);
}

/// <summary>
/// Whether probabilities mean what they say: of the samples that were classified with 80 % confidence, are 80 % right? The predicted
/// class's probabilities fall into bins of equal width. Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017.
/// </summary>
/// <param name="Bins">From the lowest confidence to the highest; the empty ones too.</param>
public sealed record Calibration(IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>Both errors.</summary>
    public override string ToString() =>
        $"expected calibration error {Rounded.Text(ExpectedError)}, maximum {Rounded.Text(MaximumError)}, in {Bins.Count} bins";

    /// <summary>
    /// ECE = Σ (samples of the bin/n)·gap: 0 is perfect. Of few samples it is too large even where the probabilities are right, as
    /// chance alone makes gaps; it depends on the number of bins.
    /// </summary>
    public double ExpectedError => Bins.Sum(bin => bin.Correct.Count * bin.Gap) / Bins.Sum(bin => bin.Correct.Count);

    /// <summary>The largest gap of any bin.</summary>
    public double MaximumError => Bins.Max(bin => bin.Gap);

    /// <summary>Sorts samples into bins.</summary>
    /// <param name="probabilities">classes × samples, each from 0 to 1.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="actual">The actual class of each sample.</param>
    /// <param name="bins">How many bins there are.</param>
    /// <exception cref="ArgumentException">There is no sample, or the numbers of samples differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no bins, a code is no class, or a probability is none.</exception>
    public static Calibration Measure<T>(
        Matrix<T> probabilities,
        ReadOnlySpan<int> predicted,
        ReadOnlySpan<int> actual,
        int bins = 10
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        Pairs.Check(probabilities.Columns, actual.Length);
        Pairs.Check(predicted.Length, actual.Length);
        double[] confidences = new double[predicted.Length];
        for (int sample = 0; sample < confidences.Length; sample++)
        {
            confidences[sample] = double.CreateTruncating(probabilities[predicted[sample], sample]);
        }
        return Measure(confidences, predicted, actual, bins);
    }

    /// <summary>Sorts samples into bins.</summary>
    /// <param name="confidences">The probability that each sample's predicted class was given, from 0 to 1.</param>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="actual">The actual class of each sample.</param>
    /// <param name="bins">How many bins there are.</param>
    /// <exception cref="ArgumentException">There is no sample, or the numbers of samples differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is none.</exception>
    internal static Calibration Measure(
        ReadOnlySpan<double> confidences,
        ReadOnlySpan<int> predicted,
        ReadOnlySpan<int> actual,
        int bins = 10
    )
    {
        Pairs.Check(confidences.Length, actual.Length);
        Pairs.Check(predicted.Length, actual.Length);
        double[] sums = new double[bins];
        int[] counts = new int[bins];
        int[] right = new int[bins];
        for (int sample = 0; sample < actual.Length; sample++)
        {
            double p = confidences[sample];
            if (p is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(confidences), p, "A probability lies from 0 to 1.");
            }
            int bin = Math.Clamp((int)Math.Ceiling(p * bins) - 1, 0, bins - 1);
            sums[bin] += p;
            counts[bin]++;
            right[bin] += predicted[sample] == actual[sample] ? 1 : 0;
        }
        ReliabilityBin Bin(int i) =>
            new((double)i / bins, (i + 1.0) / bins, new Proportion(right[i], counts[i]), sums[i] / counts[i]);
        return new Calibration([.. Enumerable.Range(0, bins).Select(Bin)]);
    }
}
