using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers.Normalizations;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class BatchNormalizationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Generator Unused = new(0);

    [Test]
    public void Training_by_hand()
    {
        // Unit 1: μ = 2, σ² = 1, √(1 + 3) = 2, so x̂ = −½ and ½. Unit 2 is constant: x̂ = 0.
        (BatchNormalization<T> layer, LayerNumbers<T> numbers) = Create(2, epsilon: 3, momentum: 0.25);
        Set(numbers.Parameters, 4, 2, 10, 7);
        Pass<T> pass = NewPass(layer, Matrices.Rows<T>([1, 3], [5, 5]));
        layer.Forward(in pass, Unused);
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([8, 12], [7, 7]).ToDoubles()));

        // dβ = 1 + 3 and 1 + 1; dγ = −½·1 + ½·3; dx₁ = 4/2·(1 − 4/2 + ½·1/2).
        Matrix<T> dx = new(2, 2);
        Matrix<T> gradient = new(4, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, Matrices.Rows<T>([1, 3], [1, 1]), dx, gradient);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([1.0, 0, 4, 2]));
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([-1.5, 1.5], [0, 0]).ToDoubles()));

        // The means come a quarter of the way from 0, the variances from 1 to σ²·2/1.
        layer.Commit(in pass);
        Assert.That(numbers.State.ToDoubles(), Is.EqualTo([0.5, 1.25, 1.25, 0.75]));
    }

    [Test]
    public void Inference_by_hand()
    {
        // μ = 2, σ² = 1: x̂ = (x − 2)/2, whatever the batch.
        (BatchNormalization<T> layer, LayerNumbers<T> numbers) = Create(1, epsilon: 3);
        Set(numbers.Parameters, 4, 10);
        Set(numbers.State, 2, 1);
        Matrix<T> x = Matrices.Row<T>(1, 3, 8);
        Matrix<T> y = new(1, 3);
        layer.Predict(x, y);
        Assert.That(y.ToDoubles(), Is.EqualTo([8.0, 12, 22]));

        Layer<T> frozen = layer.Frozen;
        Pass<T> pass = NewPass(frozen, x);
        frozen.Forward(in pass, Unused);
        Bits.AssertSame<T>(pass.Y.Values, y.Values, "a frozen layer's forward pass");
        Matrix<T> dx = new(1, 3);
        Matrix<T> gradient = new(2, 1);
        frozen.Backward(in pass, Matrices.Row<T>(1, 2, 3), dx, gradient);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([-0.5 + 1 + 9, 6]));
        Assert.That(dx.ToDoubles(), Is.EqualTo([2.0, 4, 6]));
        Assert.That(frozen, Is.Not.InstanceOf<StatefulLayer<T>>(), "nothing of it can be committed");
        Assert.That(frozen.Frozen, Is.SameAs(frozen));
    }

    [Test]
    public void Starts_as_the_identity_of_a_standardized_batch()
    {
        LayerNumbers<T> numbers = new(new Matrix<T>(6, 1), new Matrix<T>(6, 1));
        BatchNormalizationDescription description = new();
        description.Start(3, numbers, Tiny.Nn.Activations.Activation.Relu, Unused);
        Assert.That(numbers.Parameters.ToDoubles(), Is.EqualTo([1.0, 1, 1, 0, 0, 0]), "γ, then β");
        Assert.That(numbers.State.ToDoubles(), Is.EqualTo([0.0, 0, 0, 1, 1, 1]), "mean, then variance");
    }

    [Test]
    public void Its_output_has_mean_beta_and_variance_gamma_squared()
    {
        (BatchNormalization<T> layer, LayerNumbers<T> numbers) = Create(7, epsilon: 1e-12);
        TestNumbers.Uniform<T>(14, 0.5, 2, seed: 3).CopyTo(numbers.Parameters.Values);
        Pass<T> pass = NewPass(layer, TestNumbers.Matrix<T>(7, 50, seed: 4));
        layer.Forward(in pass, Unused);
        for (int unit = 0; unit < 7; unit++)
        {
            double[] row = Row(pass.Y, unit);
            double mean = row.Average();
            double gamma = double.CreateTruncating(layer.Scale[unit, 0]);
            Assert.That(mean, Is.EqualTo(double.CreateTruncating(layer.Shift[unit, 0])).Within(1e-6));
            Assert.That(row.Average(y => (y - mean) * (y - mean)), Is.EqualTo(gamma * gamma).Within(1e-5));
        }
    }

    [TestCase(1000, 0)]
    [TestCase(1, 100)]
    [TestCase(-3, -7)]
    public void Neither_scale_nor_offset_of_its_input_matters(double scale, double offset)
    {
        (BatchNormalization<T> layer, LayerNumbers<T> numbers) = Create(3, epsilon: 1e-12);
        Set(numbers.Parameters, 1, 2, 3, 0, 1, 2);
        Matrix<T> x = TestNumbers.Matrix<T>(3, 20, seed: 5);
        Matrix<T> moved = new(3, 20, [.. x.ToDoubles().Select(value => T.CreateTruncating(scale * value + offset))]);
        Pass<T> pass = NewPass(layer, x);
        Pass<T> other = NewPass(layer, moved);
        layer.Forward(in pass, Unused);
        layer.Forward(in other, Unused);
        double[] expected =
        [
            .. pass
                .Y.ToDoubles()
                .Select((y, i) => scale > 0 ? y : 2 * double.CreateTruncating(layer.Shift[i % 3, 0]) - y),
        ];
        Assert.That(other.Y.ToDoubles(), Is.EqualTo(expected).Within(typeof(T) == typeof(float) ? 2e-4 : 1e-10));
    }

    [Test]
    public void One_sample_has_no_variance()
    {
        (BatchNormalization<T> layer, LayerNumbers<T> numbers) = Create(2);
        Set(numbers.Parameters, 4, 2, 10, 7);
        Pass<T> pass = NewPass(layer, Matrices.Column<T>(5, -1));
        layer.Forward(in pass, Unused);
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo([10.0, 7]), "β");
        Matrix<T> dx = new(2, 1);
        Matrix<T> gradient = new(4, 1);
        layer.Backward(in pass, Matrices.Column<T>(1, 2), dx, gradient);
        Assert.That(dx.ToDoubles(), Has.All.Zero);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([0.0, 0, 1, 2]));
        layer.Commit(in pass);
        Assert.That(numbers.State.ToDoubles(), Is.EqualTo([0.0, 0, 1, 1]), "the running statistics stay");
    }

    [Test]
    public void An_empty_dx_is_skipped()
    {
        (BatchNormalization<T> layer, _) = Create(3);
        Pass<T> pass = NewPass(layer, TestNumbers.Matrix<T>(3, 4));
        layer.Forward(in pass, Unused);
        Matrix<T> with = new(6, 1);
        Matrix<T> without = new(6, 1);
        layer.Backward(in pass, TestNumbers.Matrix<T>(3, 4, seed: 2), new Matrix<T>(3, 4), with);
        layer.Backward(in pass, TestNumbers.Matrix<T>(3, 4, seed: 2), default, without);
        Bits.AssertSame<T>(without.Values, with.Values, "gradient");
    }

    [Test]
    public void Float_agrees_with_double()
    {
        double[] expected = Results<double>();
        Assert.That(Results<T>(), Is.EqualTo(expected).Within(typeof(T) == typeof(float) ? 1e-5 : 0));
    }

    [Test]
    public void Its_blocks_are_scale_and_shift_and_its_state_mean_and_variance()
    {
        (BatchNormalization<T> layer, _) = Create(3);
        Assert.That(
            layer.Blocks,
            Is.EqualTo([
                new ParameterBlock("scale", ParameterRole.Scale, 0, 3, 1),
                new ParameterBlock("shift", ParameterRole.Bias, 3, 3, 1),
            ])
        );
        Assert.That(
            layer.StateBlocks,
            Is.EqualTo([
                new ParameterBlock("mean", ParameterRole.Statistic, 0, 3, 1),
                new ParameterBlock("variance", ParameterRole.Statistic, 3, 3, 1),
            ])
        );
        Assert.That(
            (layer.Inputs, layer.Outputs, layer.MemoryPerSample, layer.MemoryPerBatch),
            Is.EqualTo((3, 3, 0, 6))
        );
    }

    [TestCase(0, 0.1)]
    [TestCase(-1e-5, 0.1)]
    [TestCase(double.NaN, 0.1)]
    [TestCase(double.PositiveInfinity, 0.1)]
    [TestCase(1e-5, 0)]
    [TestCase(1e-5, 1.1)]
    [TestCase(1e-5, double.NaN)]
    public void Settings_out_of_range_are_refused(double epsilon, double momentum)
    {
        Assert.That(() => Create(3, epsilon, momentum), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new BatchNormalizationDescription(epsilon, momentum),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void Sizes_must_fit()
    {
        (BatchNormalization<T> layer, _) = Create(3);
        Assert.That(() => layer.Predict(new Matrix<T>(2, 4), new Matrix<T>(2, 4)), Throws.ArgumentException);
        Assert.That(() => layer.Predict(new Matrix<T>(3, 4), new Matrix<T>(3, 3)), Throws.ArgumentException);
    }

    private static double[] Results<S>()
        where S : unmanaged, IBinaryFloatingPointIeee754<S>
    {
        LayerNumbers<S> numbers = new(new Matrix<S>(10, 1), new Matrix<S>(10, 1));
        TestNumbers.Uniform<S>(10, 0.5, 2, seed: 6).CopyTo(numbers.Parameters.Values);
        BatchNormalization<S> layer = new(5, 1e-5, 0.1, numbers);
        Pass<S> pass = new(
            TestNumbers.Matrix<S>(5, 12, seed: 7),
            new Matrix<S>(5, 12),
            default,
            new Matrix<S>(layer.MemoryPerBatch, 1)
        );
        Matrix<S> dx = new(5, 12);
        Matrix<S> gradient = new(10, 1);
        layer.Forward(in pass, Unused);
        layer.Backward(in pass, TestNumbers.Matrix<S>(5, 12, seed: 8), dx, gradient);
        layer.Commit(in pass);
        return [.. pass.Y.ToDoubles(), .. dx.ToDoubles(), .. gradient.ToDoubles(), .. numbers.State.ToDoubles()];
    }

    private static (BatchNormalization<T> Layer, LayerNumbers<T> Numbers) Create(
        int units,
        double epsilon = 1e-5,
        double momentum = 0.1
    )
    {
        LayerNumbers<T> numbers = new(new Matrix<T>(2 * units, 1), new Matrix<T>(2 * units, 1));
        BatchNormalization<T> layer = new(units, epsilon, momentum, numbers);
        layer.Scale.Values.Fill(T.One);
        layer.Variance.Values.Fill(T.One);
        return (layer, numbers);
    }

    private static Pass<T> NewPass(Layer<T> layer, Matrix<T> x) =>
        new(x, new Matrix<T>(x.Rows, x.Columns), default, new Matrix<T>(layer.MemoryPerBatch, 1));

    private static void Set(Matrix<T> matrix, params double[] values) => Matrices.Column<T>(values).CopyTo(matrix);

    private static double[] Row(Matrix<T> matrix, int row) =>
        [.. Enumerable.Range(0, matrix.Columns).Select(column => double.CreateTruncating(matrix[row, column]))];
}
