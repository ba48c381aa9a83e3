using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>What all scalings ask of the samples that they are fitted on.</summary>
internal static class Fitting
{
    /// <exception cref="ArgumentException">There is no sample.</exception>
    internal static void RequireSamples(int samples)
    {
        if (samples == 0)
        {
            throw new ArgumentException("There is no sample to fit to.", nameof(samples));
        }
    }

    /// <exception cref="DataException">The statistics of a feature are not finite, so its numbers are not, or are too large.</exception>
    internal static void RequireFinite(double[] center, double[] spread)
    {
        for (int feature = 0; feature < center.Length; feature++)
        {
            if (!double.IsFinite(center[feature]) || !double.IsFinite(spread[feature]))
            {
                throw new DataException(
                    "The numbers of a feature are too large, or not finite.",
                    $"feature {feature + 1}",
                    "Correct them, or write the column in another unit."
                );
            }
        }
    }

    /// <summary>One feature's numbers, as doubles and side by side: a copy, but of doubles that already are.</summary>
    internal static ReadOnlySpan<double> Row<T>(Matrix<T> x, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x is Matrix<double> { Rows: 1 } only)
        {
            return only.Values;
        }
        double[] numbers = new double[x.Columns];
        ReadOnlySpan<T> values = x.Values;
        for (int sample = 0; sample < numbers.Length; sample++)
        {
            numbers[sample] = double.CreateTruncating(values[sample * x.Rows + feature]);
        }
        return numbers;
    }

    /// <summary>The same in ascending order; NaN comes first.</summary>
    internal static double[] Sorted<T>(Matrix<T> x, int feature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] numbers = Row(x, feature).ToArray();
        Array.Sort(numbers);
        return numbers;
    }
}
