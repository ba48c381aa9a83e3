using System.Collections.Immutable;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>Scaling by quantiles against scikit-learn 1.2.1 and SciPy, and where it goes its own way.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class QuantileScalingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Tolerance = typeof(T) == typeof(float) ? 1e-6 : 1e-12;

    /// <summary>Φ⁻¹ of SciPy 1.10.</summary>
    [TestCase(1e-10, -6.361340902404056)]
    [TestCase(1e-7, -5.1993375821928165)]
    [TestCase(0.001, -3.090232306167813)]
    [TestCase(0.02, -2.053748910631823)]
    [TestCase(0.0751, -1.4388253927525403)]
    [TestCase(0.3, -0.5244005127080409)]
    [TestCase(0.5, 0)]
    [TestCase(0.6, 0.2533471031357997)]
    [TestCase(0.95, 1.6448536269514722)]
    [TestCase(0.999, 3.090232306167813)]
    public void The_inverse_of_the_normal_distribution(double p, double expected) =>
        Assert.That(NormalQuantile.Find(p), Is.EqualTo(expected).Within(4e-15));

    /// <summary>QuantileTransformer(n_quantiles=12, output_distribution="normal") of the same twelve numbers.</summary>
    [TestCase(-3, -1.6433357783052294)]
    [TestCase(0.25, -1.335177736118937)]
    [TestCase(0.6, -1.1107716166367854)]
    [TestCase(1, -0.7478585947633022)]
    [TestCase(1.5, -0.4727891209922674)]
    [TestCase(2, -0.3487556955170447)]
    [TestCase(3, -0.11418529432142824)]
    [TestCase(3.3, 0.022789502280392046)]
    [TestCase(3.5, 0.11418529432142824)]
    [TestCase(4.2, 0.39762166127650656)]
    [TestCase(5, 0.7478585947633022)]
    [TestCase(5.5, 1.0968035620935135)]
    [TestCase(6, 1.3351777361189376)]
    [TestCase(8, 1.8763585618945953)]
    public void Between_the_landmarks_it_is_that_of_scikit_learn(double x, double expected)
    {
        QuantileScaling fitted = QuantileScaling.Fit(Matrices.Row<T>(3, 1, 4, 1, 5, 9, 2, 6, 5, 3.5, -7, 0.25));
        double end = NormalQuantile.Find(1 - 0.5 / 12);
        Assert.That(Scaled(fitted, x), Is.EqualTo(Math.Clamp(expected, -end, end)).Within(10 * Tolerance));
    }

    /// <summary>In a plateau the middle of it counts.</summary>
    [TestCase(2, -0.318639363964)]
    [TestCase(2.5, 0.318639363964)]
    [TestCase(3, 0.674489750196)]
    [TestCase(5, 0.920822976378)]
    [TestCase(1, -1.2815515655446004)]
    [TestCase(-1e30, -1.2815515655446004)]
    [TestCase(10, 1.2815515655446004)]
    [TestCase(double.PositiveInfinity, 1.2815515655446004)]
    public void A_number_beyond_all_landmarks_is_as_the_last_one(double x, double expected)
    {
        QuantileScaling five = new(
            [2],
            [1],
            [
                [1, 2, 2, 3, 10],
            ]
        );
        Assert.That(Scaled(five, x), Is.EqualTo(expected).Within(Math.Max(Tolerance, 2e-11)));
    }

    [Test]
    public void Many_rows_that_share_the_smallest_number_are_in_the_middle_of_their_share()
    {
        // Of 101 numbers 61 are 0: F(0) = ½·(0 + 60)/100.
        double[] counts = [.. Enumerable.Range(0, 101).Select(i => Math.Max(0, i - 60.0))];
        Assert.That(
            Scaled(QuantileScaling.Fit(Matrices.Row<T>(counts)), 0),
            Is.EqualTo(NormalQuantile.Find(0.3)).Within(10 * Tolerance)
        );
    }

    [Test]
    public void What_is_larger_never_becomes_smaller_and_training_rows_become_normal()
    {
        Generator generator = new(4);
        double[] heavy =
        [
            .. Enumerable.Range(0, 3000).Select(i => i % 7 == 0 ? -2 : Math.Exp(3 * generator.NextNormal())),
        ];
        QuantileScaling fitted = QuantileScaling.Fit(Matrices.Row<T>(heavy));
        Matrix<T> x = Matrices.Row<T>([.. heavy.Concat(TestNumbers.Uniform<double>(3000, -10, 1000, seed: 5)).Order()]);
        Matrix<T> y = new(1, x.Columns);
        fitted.Apply(x, y);
        Assert.That(y.ToDoubles(), Is.Ordered);
        Matrix<T> own = Matrices.Row<T>(heavy);
        fitted.Apply(own, own);
        double[] z = own.ToDoubles();
        Assert.That(z.Average(), Is.EqualTo(0).Within(0.05));
        Assert.That(Math.Sqrt(z.Average(value => value * value)), Is.EqualTo(1).Within(0.08));
        Assert.That(z.Select(Math.Abs).Max(), Is.LessThan(2.9));
    }

    [Test]
    public void What_is_no_amount_stays_as_it_is()
    {
        QuantileScaling fitted = new(
            [0, 2, 0, 5],
            [1, 1, 0, 0],
            [
                [],
                [1, 2, 3],
                [],
                [5, 5, 5],
            ]
        );
        Matrix<T> x = Matrices.Rows<T>([0.25, 1], [2, 2], [1, 0], [5, 9]);
        fitted.Apply(x, x);
        Assert.That(x.ToDoubles(), Is.EqualTo([0.25, 0, 0, 0, 1, 0, 0, 0]));
    }

    [Test]
    public void Landmarks_are_finite_and_rise_and_all_have_as_many()
    {
        foreach (
            double[][] landmarks in new double[][][]
            {
                [
                    [1],
                ],
                [
                    [2, 1],
                ],
                [
                    [1, 1],
                ],
                [
                    [1, double.NaN],
                ],
                [
                    [double.MinValue, double.MaxValue],
                ],
                [
                    [1, 2],
                    [1, 2, 3],
                ],
                [
                    [1, 2],
                    [],
                ],
                [
                    [.. Enumerable.Range(0, 257).Select(i => (double)i)],
                ],
            }
        )
        {
            ImmutableArray<double>[] own = [.. landmarks.Select(one => one.ToImmutableArray())];
            Assert.That(() => new QuantileScaling([0], [1], own), Throws.ArgumentException);
        }
    }

    private static double Scaled(QuantileScaling scaling, double x)
    {
        Matrix<T> number = Matrices.Row<T>(x);
        scaling.Apply(number, number);
        return number.ToDoubles()[0];
    }
}
