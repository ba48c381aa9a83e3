using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Encodings;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class StandardizationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double[] Ones = [1, 1];
    private static readonly double[] Means = [2, 10];
    private static readonly double[] Scales = [1, 0];
    private static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity];

    [Test]
    public void Mean_and_standard_deviation_are_the_populations()
    {
        Standardization fitted = Standardization.Fit(Features(2, 1, 10, 3, 10));
        Assert.Multiple(() =>
        {
            Assert.That(fitted.Mean, Is.EqualTo(Means));
            Assert.That(fitted.Scale, Is.EqualTo(Scales));
            Assert.That(fitted.Inputs, Is.EqualTo(2));
        });
    }

    [Test]
    public void Numbers_are_moved_and_scaled_and_a_constant_becomes_0()
    {
        Standardization fitted = new(Means, Scales);
        Matrix<T> x = Features(2, 1, 10, 4, 12);
        Matrix<T> y = new(2, 2);
        fitted.Apply(x, y);
        Assert.That(y.Values.ToArray(), Is.EqualTo(Features(2, -1, 0, 2, 0).Values.ToArray()));
        fitted.Apply(x, x);
        Assert.That(x.Values.ToArray(), Is.EqualTo(y.Values.ToArray()), "in place");
        fitted.Invert(x, x);
        Assert.That(x.Values.ToArray(), Is.EqualTo(Features(2, 1, 10, 4, 10).Values.ToArray()));
    }

    [TestCase(0.1, 1000)]
    [TestCase(-1e30, 7)]
    [TestCase(1e-40, 3)]
    [TestCase(0, 5)]
    public void A_constant_feature_has_no_spread_however_sums_are_rounded(double constant, int samples)
    {
        T[] numbers = [.. Enumerable.Repeat(T.CreateTruncating(constant), samples)];
        Matrix<T> x = new(1, samples, numbers);
        Standardization fitted = Standardization.Fit(x);
        Assert.That(fitted.Mean[0], Is.EqualTo(double.CreateTruncating(numbers[0])));
        Assert.That(fitted.Scale[0], Is.Zero);
        fitted.Apply(x, x);
        Assert.That(x.Values.ToArray(), Is.All.EqualTo(T.Zero));
    }

    [Test]
    public void The_largest_number_may_be_a_constant_although_its_sum_is_infinite()
    {
        T largest = T.BitDecrement(T.PositiveInfinity);
        Standardization fitted = Standardization.Fit(new Matrix<T>(1, 3, [largest, largest, largest]));
        Assert.That(fitted.Mean[0], Is.EqualTo(double.CreateTruncating(largest)));
        Assert.That(fitted.Scale[0], Is.Zero);
    }

    [Test]
    public void A_spread_of_one_rounding_around_a_large_mean_is_kept()
    {
        T low = T.CreateTruncating(1e6);
        T high = T.BitIncrement(low);
        Matrix<T> x = new(1, 3000, [.. Enumerable.Range(0, 3000).Select(i => i % 2 == 0 ? low : high)]);
        Standardization fitted = Standardization.Fit(x);
        double half = double.CreateTruncating(high - low) / 2;
        Assert.That(fitted.Scale[0], Is.EqualTo(half).Within(typeof(T) == typeof(float) ? 1e-9 * half : 1.5 * half));
        fitted.Apply(x, x);
        Assert.That(x.Values.ToArray(), Is.All.Matches<T>(T.IsFinite));
    }

    [Test]
    public void A_spread_below_the_normal_numbers_is_none()
    {
        Standardization fitted = new(Items(0, 0), Items(double.Epsilon, 1e-310));
        Matrix<T> x = Features(2, 1, -1);
        fitted.Apply(x, x);
        Assert.That(x.Values.ToArray(), Is.All.EqualTo(T.Zero));
    }

    [Test]
    public void The_data_set_has_mean_0_and_deviation_1_afterwards()
    {
        Table table = CsvTable.Read(CsvText.Sample("breast_cancer.csv"), "diagnosis");
        Matrix<T> x = new(
            table.Features.Rows,
            table.Rows,
            [.. table.Features.Values.ToArray().Select(T.CreateTruncating)]
        );
        Matrix<T> y = new(x.Rows, x.Columns);
        Standardization.Fit(x).Apply(x, y);
        Standardization again = Standardization.Fit(y);
        double tolerance = typeof(T) == typeof(float) ? 1e-6 : 1e-12;
        Assert.That(again.Mean, Is.All.EqualTo(0.0).Within(tolerance));
        Assert.That(again.Scale, Is.All.EqualTo(1.0).Within(tolerance));
    }

    [Test]
    public void The_way_back_leads_back()
    {
        double unit = typeof(T) == typeof(float) ? Math.ScaleB(1, -23) : Math.ScaleB(1, -52);
        Gen<double> number = Gen.Choose(-1_000_000, 1_000_000)
            .SelectMany(_ => Gen.Choose(-8, 8), (mantissa, exponent) => mantissa * Math.Pow(10, exponent));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                number.ArrayOf().Where(list => list.Length > 0).ToArbitrary(),
                list =>
                {
                    Matrix<T> x = Features(1, list);
                    Matrix<T> y = new(1, list.Length);
                    Standardization fitted = Standardization.Fit(x);
                    fitted.Apply(x, y);
                    bool finite = y.Values.ToArray().All(T.IsFinite);
                    fitted.Invert(y, y);
                    double size = list.Max(Math.Abs);
                    return finite
                        && x.Values.ToArray()
                            .Zip(y.Values.ToArray())
                            .All(pair =>
                                Math.Abs(double.CreateTruncating(pair.First - pair.Second)) <= 8 * unit * size
                            );
                }
            )
        );
    }

    [Test]
    public void The_order_of_the_features_does_not_matter()
    {
        Standardization one = Standardization.Fit(Features(2, 1, 5, 2, 7, 4, 1));
        Standardization other = Standardization.Fit(Features(2, 5, 1, 7, 2, 1, 4));
        Assert.That(one.Mean, Is.EqualTo(other.Mean.Reverse()));
        Assert.That(one.Scale, Is.EqualTo(other.Scale.Reverse()));
    }

    [Test]
    public void Applying_allocates_nothing()
    {
        Scaling fitted = new Standardization(Means, Ones);
        Matrix<T> x = new(2, 100);
        fitted.Apply(x, x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        fitted.Apply(x, x);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void What_does_not_fit_is_refused()
    {
        Standardization fitted = new(Means, Scales);
        Assert.Multiple(() =>
        {
            Assert.That(() => fitted.Apply(new Matrix<T>(3, 1), new Matrix<T>(3, 1)), Throws.ArgumentException);
            Assert.That(() => fitted.Apply(new Matrix<T>(2, 1), new Matrix<T>(2, 2)), Throws.ArgumentException);
            Assert.That(() => fitted.Invert(new Matrix<T>(1, 2), new Matrix<T>(1, 2)), Throws.ArgumentException);
            Assert.That(() => Standardization.Fit(new Matrix<T>(2, 0)), Throws.ArgumentException);
            Assert.That(() => new Standardization(Means, Items(1)), Throws.ArgumentException);
            Assert.That(() => new Standardization(NotFinite, Ones), Throws.ArgumentException);
            Assert.That(() => new Standardization(Means, NotFinite), Throws.ArgumentException);
            Assert.That(() => new Standardization(Means, Items(1, -1)), Throws.ArgumentException);
        });
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_told_with_their_feature(double number) =>
        Assert.That(
            () => Standardization.Fit(Features(2, 1, 2, 1, number)),
            Throws.TypeOf<DataException>().With.Property("Where").EqualTo("feature 2")
        );

    private static Matrix<T> Features(int features, params double[] numbers) =>
        new(features, numbers.Length / features, [.. numbers.Select(number => T.CreateTruncating(number))]);

    private static double[] Items(params double[] items) => items;
}
