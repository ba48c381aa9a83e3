using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Layers.Normalizations;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LayerNormalizationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Generator Unused = new(0);

    [Test]
    public void By_hand()
    {
        // Sample 1: μ = 2, σ² = 1, √(1 + 3) = 2, so x̂ = −½ and ½. Sample 2 has equal units: x̂ = 0.
        LayerNormalization<T> layer = new(2, epsilon: 3, Matrices.Column<T>(4, 2, 10, 7));
        Pass<T> pass = new(Matrices.Rows<T>([1, 5], [3, 5]), new Matrix<T>(2, 2));
        layer.Forward(in pass, Unused);
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([8, 10], [8, 7]).ToDoubles()));

        // g = γ ∘ dy = (4, 6), mean 5, mean(g ∘ x̂) = ½; dx₁ = (4 − 5 + ½·½)/2.
        Matrix<T> dx = new(2, 2);
        Matrix<T> gradient = new(4, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, Matrices.Rows<T>([1, 0], [3, 0]), dx, gradient);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([-0.5, 1.5, 1, 3]));
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([-0.375, 0], [0.375, 0]).ToDoubles()));
    }

    [Test]
    public void Prediction_is_the_same_and_each_sample_is_normalized_alone()
    {
        LayerNormalization<T> layer = new(9, 1e-5, new Matrix<T>(18, 1, TestNumbers.Uniform<T>(18, 0.5, 2, seed: 1)));
        Pass<T> pass = new(TestNumbers.Matrix<T>(9, 6, seed: 2), new Matrix<T>(9, 6));
        layer.Forward(in pass, Unused);
        Matrix<T> y = new(9, 6);
        for (int sample = 0; sample < 6; sample++)
        {
            layer.Predict(pass.X.Slice(sample, 1), y.Slice(sample, 1));
        }
        Bits.AssertSame<T>(y.Values, pass.Y.Values, "sample by sample");
        Assert.That(layer.Frozen, Is.SameAs(layer));
    }

    [Test]
    public void A_sample_comes_out_with_mean_0_and_variance_1()
    {
        LayerNormalization<T> layer = new(40, 1e-12, Started(40));
        Matrix<T> y = new(40, 5);
        layer.Predict(TestNumbers.Matrix<T>(40, 5, seed: 3), y);
        for (int sample = 0; sample < 5; sample++)
        {
            double[] column = [.. y.Column(sample).ToArray().Select(double.CreateTruncating)];
            Assert.That(column.Average(), Is.Zero.Within(1e-6));
            Assert.That(column.Average(value => value * value), Is.EqualTo(1).Within(1e-5));
        }
    }

    [Test]
    public void Neither_scale_nor_offset_of_a_sample_matters()
    {
        LayerNormalization<T> layer = new(8, 1e-12, Started(8));
        Matrix<T> x = TestNumbers.Matrix<T>(8, 1, seed: 4);
        Matrix<T> moved = new(8, 1, [.. x.ToDoubles().Select(value => T.CreateTruncating(50 * value + 3))]);
        Matrix<T> y = new(8, 1);
        Matrix<T> other = new(8, 1);
        layer.Predict(x, y);
        layer.Predict(moved, other);
        Assert.That(other.ToDoubles(), Is.EqualTo(y.ToDoubles()).Within(typeof(T) == typeof(float) ? 1e-4 : 1e-10));
    }

    [Test]
    public void Deviations_are_taken_before_they_are_squared()
    {
        // The mean m + 1/3 is rounded to m + 3/8: of squares of the numbers themselves nothing would be left.
        double m = typeof(T) == typeof(float) ? Math.ScaleB(1, 20) : Math.ScaleB(1, 49);
        LayerNormalization<T> layer = new(3, 1e-12, Started(3));
        Matrix<T> y = new(3, 1);
        layer.Predict(Matrices.Column<T>(m, m, m + 1), y);
        double deviation = Math.Sqrt((2 * 0.375 * 0.375 + 0.625 * 0.625) / 3);
        Assert.That(
            y.ToDoubles(),
            Is.EqualTo([-0.375 / deviation, -0.375 / deviation, 0.625 / deviation]).Within(1e-6)
        );
    }

    [Test]
    public void A_single_unit_gives_its_shift()
    {
        LayerNormalization<T> layer = new(1, 1e-5, Matrices.Column<T>(3, 7));
        Pass<T> pass = new(Matrices.Row<T>(1, -20), new Matrix<T>(1, 2));
        layer.Forward(in pass, Unused);
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo([7.0, 7]));
        Matrix<T> dx = new(1, 2);
        layer.Backward(in pass, Matrices.Row<T>(1, 2), dx, new Matrix<T>(2, 1));
        Assert.That(dx.ToDoubles(), Has.All.Zero);
    }

    [Test]
    public void An_empty_dx_is_skipped()
    {
        LayerNormalization<T> layer = new(3, 1e-5, Started(3));
        Pass<T> pass = new(TestNumbers.Matrix<T>(3, 4), new Matrix<T>(3, 4));
        Matrix<T> with = new(6, 1);
        Matrix<T> without = new(6, 1);
        layer.Backward(in pass, TestNumbers.Matrix<T>(3, 4, seed: 2), new Matrix<T>(3, 4), with);
        layer.Backward(in pass, TestNumbers.Matrix<T>(3, 4, seed: 2), default, without);
        Bits.AssertSame<T>(without.Values, with.Values, "gradient");
    }

    [Test]
    public void Its_formulas_give_the_same_bits_at_every_width()
    {
        LayerNormalization<T>.Normalized normalized = new(0.25, 1.75);
        foreach (int count in (int[])[1, 3, 8, 17, 33])
        {
            T[] x = TestNumbers.Mixed<T>(count, 1);
            T[] y = TestNumbers.Mixed<T>(count, 2);
            T[] z = TestNumbers.Mixed<T>(count, 3);
            Ternary(new LayerNormalization<T>.Value(normalized), x, y, z);
            Ternary(new LayerNormalization<T>.AddProduct(normalized), x, y, z);
            Binary(new LayerNormalization<T>.SquaredDeviation(0.25), x, x);
            Binary(new LayerNormalization<T>.Times(), x, y);
            Binary(new LayerNormalization<T>.Product(normalized), x, y);
            Binary(new LayerNormalization<T>.Derivative(normalized, 0.5, -0.125), x, y);
        }
    }

    [Test]
    public void Float_agrees_with_double() =>
        Assert.That(Results<T>(), Is.EqualTo(Results<double>()).Within(typeof(T) == typeof(float) ? 1e-5 : 0));

    [TestCase(0)]
    [TestCase(-1e-5)]
    [TestCase(double.NaN)]
    public void An_epsilon_is_above_0(double epsilon)
    {
        Assert.That(
            () => new LayerNormalization<T>(3, epsilon, new Matrix<T>(6, 1)),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(() => new LayerNormalizationDescription(epsilon), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Its_blocks_are_scale_and_shift()
    {
        LayerNormalization<T> layer = new(3, 1e-5, Started(3));
        Assert.That(
            layer.Blocks,
            Is.EqualTo([
                new ParameterBlock("scale", ParameterRole.Scale, 0, 3, 1),
                new ParameterBlock("shift", ParameterRole.Bias, 3, 3, 1),
            ])
        );
        Assert.That(
            (layer.Inputs, layer.Outputs, layer.MemoryPerSample, layer.MemoryPerBatch),
            Is.EqualTo((3, 3, 0, 0))
        );
    }

    private static Matrix<T> Started(int units)
    {
        Matrix<T> parameters = new(2 * units, 1);
        new LayerNormalizationDescription().Start(
            units,
            new LayerNumbers<T>(parameters, default),
            Activation.Relu,
            Unused
        );
        Assert.That(parameters.ToDoubles(), Is.EqualTo([.. Enumerable.Repeat(1.0, units), .. new double[units]]));
        return parameters;
    }

    private static double[] Results<S>()
        where S : unmanaged, IBinaryFloatingPointIeee754<S>
    {
        LayerNormalization<S> layer = new(5, 1e-5, new Matrix<S>(10, 1, TestNumbers.Uniform<S>(10, 0.5, 2, seed: 6)));
        Pass<S> pass = new(TestNumbers.Matrix<S>(5, 12, seed: 7), new Matrix<S>(5, 12));
        Matrix<S> dx = new(5, 12);
        Matrix<S> gradient = new(10, 1);
        layer.Forward(in pass, Unused);
        layer.Backward(in pass, TestNumbers.Matrix<S>(5, 12, seed: 8), dx, gradient);
        return [.. pass.Y.ToDoubles(), .. dx.ToDoubles(), .. gradient.ToDoubles()];
    }

    private static void Binary<TFunction>(TFunction f, T[] x, T[] y)
        where TFunction : struct, IBinary
    {
        T[] expected = new T[x.Length];
        Width<T>.One.Run(new Elementwise.BinaryKernel<TFunction, T>(f, x, y, expected));
        foreach (Width<T> width in Width<T>.Wider)
        {
            T[] actual = new T[x.Length];
            width.Run(new Elementwise.BinaryKernel<TFunction, T>(f, x, y, actual));
            Bits.AssertSame<T>(actual, expected, $"{typeof(TFunction).Name}, {width}");
        }
    }

    private static void Ternary<TFunction>(TFunction f, T[] x, T[] y, T[] z)
        where TFunction : struct, ITernary
    {
        T[] expected = new T[x.Length];
        Width<T>.One.Run(new Elementwise.TernaryKernel<TFunction, T>(f, x, y, z, expected));
        foreach (Width<T> width in Width<T>.Wider)
        {
            T[] actual = new T[x.Length];
            width.Run(new Elementwise.TernaryKernel<TFunction, T>(f, x, y, z, actual));
            Bits.AssertSame<T>(actual, expected, $"{typeof(TFunction).Name}, {width}");
        }
    }
}
