using MathNet.Numerics.Distributions;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>Intervals of a mean by Student's t distribution ("The Probable Error of a Mean", 1908).</summary>
internal static class StudentInterval
{
    /// <summary>x̄ ± t·s/√n, with t of n − 1 degrees of freedom and s the sample's standard deviation.</summary>
    /// <remarks>Exact where the values are normal and independent; near enough where there are many. Of fewer than two values nothing is known.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static Interval Mean(ReadOnlySpan<double> values, double confidence = Interval.DefaultConfidence) =>
        Around(values, 1.0 / values.Length, confidence);

    /// <summary>
    /// The same for the results of k-fold cross-validation, repeated or not: x̄ ± t·s·√(1/J + n₂/n₁), J folds that trained on n₁ rows
    /// and tested on n₂.
    /// </summary>
    /// <remarks>
    /// Folds share most of their training rows, so their results are not independent, and the plain interval is far too narrow.
    /// This is the correction of Nadeau and Bengio, "Inference for the Generalization Error", 2003, as Bouckaert and Frank ("Evaluating
    /// the Replicability of Significance Tests", 2004) use it for folds. It is a rule of thumb: no unbiased estimate of this variance
    /// exists (Bengio and Grandvalet, 2004).
    /// </remarks>
    /// <param name="values">The result of each fold.</param>
    /// <param name="testPerTraining">n₂/n₁: 1/(k − 1) for k folds.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is negative, or the confidence does not lie between 0 and 1.</exception>
    public static Interval MeanOfFolds(
        ReadOnlySpan<double> values,
        double testPerTraining,
        double confidence = Interval.DefaultConfidence
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(testPerTraining);
        return Around(values, 1.0 / values.Length + testPerTraining, confidence);
    }

    private static Interval Around(ReadOnlySpan<double> values, double varianceFactor, double confidence)
    {
        if (values.Length < 2)
        {
            return Interval.Unknown(confidence);
        }
        MeanAndDeviation moments = MeanAndDeviation.OfSample(values);
        double t = StudentT.InvCDF(0, 1, values.Length - 1, 0.5 + Interval.Checked(confidence) / 2);
        double half = t * Math.Sqrt(varianceFactor) * moments.Deviation;
        return new Interval(moments.Mean - half, moments.Mean + half, confidence);
    }
}
