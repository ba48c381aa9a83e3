using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>The scalings by values worked out by hand, and their fast form against plain arithmetic.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ScalingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Tolerance = typeof(T) == typeof(float) ? 1e-7 : 1e-12;

    private static readonly int[] Counts = [0, 1, 7, 64, 1025];

    private static readonly Func<Matrix<T>, Scaling>[] Fits =
    [
        Standardization.Fit,
        MinMaxScaling.Fit,
        RobustScaling.Fit,
        Unscaled.Fit,
        QuantileScaling.Fit,
    ];

    [Test]
    public void Minimum_becomes_0_and_maximum_1_and_what_lies_beyond_goes_beyond()
    {
        MinMaxScaling fitted = MinMaxScaling.Fit(Matrices.Rows<T>([2, 6, 4], [5, 5, 5]));
        Matrix<T> x = Matrices.Rows<T>([2, 3, 6, 10, -2], [5, 6, 7, 8, 9]);
        fitted.Apply(x, x);
        Assert.That(x.ToDoubles(), Is.EqualTo([0, 0, 0.25, 0, 1, 0, 2, 0, -1, 0]));
        Assert.That(fitted.Center, Is.EqualTo([2, 5]));
        Assert.That(fitted.Spread, Is.EqualTo([4, 0]));
    }

    [Test]
    public void Median_and_quartiles_are_interpolated_between_neighbours()
    {
        // 1, 2, 4, 8: the quartiles lie at places 0.75, 1.5 and 2.25 from the first.
        RobustScaling fitted = RobustScaling.Fit(Matrices.Row<T>(8, 1, 4, 2));
        Assert.That(fitted.Center, Is.EqualTo([3]));
        Assert.That(fitted.Spread, Is.EqualTo([5 - 1.75]));
    }

    [Test]
    public void Quartiles_that_coincide_leave_it_to_the_extremes_and_a_constant_has_no_spread()
    {
        RobustScaling fitted = RobustScaling.Fit(Matrices.Rows<T>([0, 0, 0, 0, 0, 6], [3, 3, 3, 3, 3, 3]));
        Assert.That(fitted.Center, Is.EqualTo([0, 3]));
        Assert.That(fitted.Spread, Is.EqualTo([3, 0]));
    }

    [TestCase(0, 0)]
    [TestCase(0.5, 0.493196961916)]
    [TestCase(1, 0.948683298051)]
    [TestCase(2, 1.664100588676)]
    [TestCase(3, 2.121320343560)]
    [TestCase(10, 2.873478855663)]
    [TestCase(1e30, 3)]
    [TestCase(double.PositiveInfinity, 3)]
    public void The_clip_is_smooth_and_ends_at_3(double x, double expected)
    {
        Matrix<T> numbers = Matrices.Row<T>(x, -x);
        new RobustScaling([0], [1]).Apply(numbers, numbers);
        Assert.That(numbers.ToDoubles(), Is.EqualTo([expected, -expected]).Within(2 * Tolerance));
    }

    [Test]
    public void Unscaled_numbers_stay_but_for_constants()
    {
        Unscaled fitted = Unscaled.Fit(Matrices.Rows<T>([2, 6], [5, 5]));
        Matrix<T> x = Matrices.Rows<T>([0.1, 1e30], [5, 6]);
        T[] expected = [x[0, 0], T.Zero, x[0, 1], T.Zero];
        fitted.Apply(x, x);
        Bits.AssertSame<T>(x.Values, expected, "unscaled");
    }

    [Test]
    public void A_constant_becomes_0_whatever_comes_later([Range(0, 4)] int which)
    {
        Scaling fitted = Fits[which](Matrices.Row<T>(0.1, 0.1, 0.1));
        Matrix<T> x = Matrices.Row<T>(0.1, -7, 1e38, double.MaxValue, double.NegativeInfinity);
        fitted.Apply(x, x);
        Assert.That(x.ToDoubles(), Is.All.Zero);
        Assert.That(fitted.Spread, Is.EqualTo([0]));
    }

    [Test]
    public void Samples_of_any_size_get_the_bits_of_plain_arithmetic([Values(1, 2, 3, 5, 16, 33, 1500)] int features)
    {
        double[] mean = TestNumbers.Uniform<double>(features, -10, 10, seed: 1);
        double[] scale = TestNumbers.Uniform<double>(features, 0.1, 10, seed: 2);
        Standardization fitted = new(mean, scale);
        foreach (int samples in Counts.Where(samples => features * samples < 100_000))
        {
            Matrix<T> x = new(features, samples, TestNumbers.Uniform<T>(features * samples, -30, 30, seed: 3));
            Matrix<T> there = new(features, samples);
            Matrix<T> back = new(features, samples);
            fitted.Apply(x, there);
            fitted.Invert(x, back);
            T[] thereOneByOne = new T[features * samples];
            T[] backOneByOne = new T[features * samples];
            for (int i = 0; i < thereOneByOne.Length; i++)
            {
                double number = double.CreateTruncating(x.Values[i]);
                int feature = i % features;
                thereOneByOne[i] = T.CreateTruncating((number - mean[feature]) * (1 / scale[feature]));
                backOneByOne[i] = T.CreateTruncating(number * scale[feature] + mean[feature]);
            }
            Bits.AssertSame<T>(there.Values, thereOneByOne, $"{features} × {samples}");
            Bits.AssertSame<T>(back.Values, backOneByOne, $"{features} × {samples}, back");
        }
    }

    [Test]
    public void Applying_allocates_nothing([Range(0, 4)] int which)
    {
        Matrix<T> x = TestNumbers.Matrix<T>(3, 5000);
        Scaling fitted = Fits[which](x);
        fitted.Apply(x, x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        fitted.Apply(x, x);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Numbers_that_are_not_finite_are_no_training_rows(
        [Range(0, 4)] int which,
        [Values(double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double number
    )
    {
        Assert.That(
            () => Fits[which](Matrices.Rows<T>([1, 2, 3], [1, number, 2])),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("feature 2")
        );
        Assert.That(() => Fits[which](new Matrix<T>(2, 0)), Throws.ArgumentException);
    }
}
