using System.Numerics;
using NUnit.Framework.Constraints;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers.Normalizations;

/// <summary>The arithmetic of batch normalization gives the same bits at every width.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class UnitNormalizationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Samples = 5;
    private static readonly int[] Units = [1, 2, 3, 7, 8, 15, 16, 17, 33];

    [TestCaseSource(nameof(Units))]
    public void Statistics_are_the_same_at_every_width(int units)
    {
        T[] expected = Measured(Width<T>.One, units);
        foreach (Width<T> width in Width<T>.Wider)
        {
            Bits.AssertSame<T>(Measured(width, units), expected, $"{width}");
        }
    }

    [TestCaseSource(nameof(Units))]
    public void Normalized_numbers_are_the_same_at_every_width(int units)
    {
        T[] expected = Normalized(Width<T>.One, units);
        foreach (Width<T> width in Width<T>.Wider)
        {
            Bits.AssertSame<T>(Normalized(width, units), expected, $"{width}");
        }
    }

    [TestCaseSource(nameof(Units))]
    public void Derivatives_are_the_same_at_every_width(int units)
    {
        T[] ofBatch = Differentiated<OfBatchStatistics>(Width<T>.One, units);
        T[] ofFixed = Differentiated<OfFixedStatistics>(Width<T>.One, units);
        foreach (Width<T> width in Width<T>.Wider)
        {
            Bits.AssertSame<T>(Differentiated<OfBatchStatistics>(width, units), ofBatch, $"{width}, training");
            Bits.AssertSame<T>(Differentiated<OfFixedStatistics>(width, units), ofFixed, $"{width}, inference");
        }
    }

    [TestCase(2, 3, "3 units and 2 means")]
    [TestCase(3, 4, "3 units and 4 variances")]
    public void A_number_for_each_unit_is_measured(int means, int variances, string told) =>
        Assert.That(
            () => UnitNormalization.Measure(new Matrix<T>(3, Samples), new T[means], new T[variances]),
            Refuses(told)
        );

    [TestCase(2, 3, 3, 3, "3 units and 2 means")]
    [TestCase(3, 4, 3, 3, "3 units and 4 variances")]
    [TestCase(3, 3, 2, 3, "3 units and 2 scales")]
    [TestCase(3, 3, 3, 4, "3 units and 4 shifts")]
    public void Units_are_normalized_by_a_number_for_each(
        int means,
        int variances,
        int scales,
        int shifts,
        string told
    ) =>
        Assert.That(
            () =>
                UnitNormalization.Normalize(
                    new Matrix<T>(3, Samples),
                    new UnitStatistics<T>(new T[means], new T[variances], 1, new T[scales]),
                    new T[shifts],
                    new Matrix<T>(3, Samples)
                ),
            Refuses(told)
        );

    [TestCase(2, 3, 3, 5, 3, "3 units and 2 derivatives of scales")]
    [TestCase(3, 4, 3, 5, 3, "3 units and 4 derivatives of shifts")]
    [TestCase(3, 3, 4, 5, 3, "3 units and 4 means")]
    [TestCase(3, 3, 3, 4, 3, "3 × 4")]
    [TestCase(3, 3, 3, 5, 2, "2 × 5")]
    public void Derivatives_are_of_as_many_units(
        int scales,
        int shifts,
        int units,
        int samples,
        int rows,
        string told
    ) =>
        Assert.That(
            () =>
                UnitNormalization.Differentiate<OfBatchStatistics, T>(
                    default,
                    new Matrix<T>(3, Samples),
                    Statistics(units),
                    new Matrix<T>(3, samples),
                    new T[scales],
                    new T[shifts],
                    new Matrix<T>(rows, Samples)
                ),
            Refuses(told)
        );

    private static ContainsConstraint Refuses(string told) =>
        Throws.TypeOf<ArgumentException>().With.Message.Contain(told);

    private static T[] Measured(Width<T> width, int units)
    {
        T[] mean = new T[units];
        T[] variance = new T[units];
        T[] x = TestNumbers.Mixed<T>(units * Samples, 1);
        width.Run(new UnitNormalization.MeasureKernel<T>(x, mean, variance, Samples));
        return [.. mean, .. variance];
    }

    private static T[] Normalized(Width<T> width, int units)
    {
        T[] y = new T[units * Samples];
        T[] x = TestNumbers.Mixed<T>(units * Samples, 1);
        T[] beta = TestNumbers.Ordinary<T>(units, 2);
        width.Run(new UnitNormalization.NormalizeKernel<T>(x, Statistics(units), beta, y));
        return y;
    }

    private static T[] Differentiated<TDerivative>(Width<T> width, int units)
        where TDerivative : struct, INormalizedDerivative
    {
        T[] dGamma = new T[units];
        T[] dBeta = new T[units];
        T[] dx = new T[units * Samples];
        T[] x = TestNumbers.Ordinary<T>(units * Samples, 1);
        T[] dy = TestNumbers.Mixed<T>(units * Samples, 2);
        width.Run(
            new UnitNormalization.DifferentiateKernel<TDerivative, T>(
                default,
                x,
                Statistics(units),
                dy,
                dGamma,
                dBeta,
                dx,
                Samples
            )
        );
        return [.. dGamma, .. dBeta, .. dx];
    }

    private static UnitStatistics<T> Statistics(int units) =>
        new(
            TestNumbers.Ordinary<T>(units, 3),
            TestNumbers.Uniform<T>(units, 0, 2, seed: 4),
            1e-5,
            TestNumbers.Ordinary<T>(units, 5)
        );
}
