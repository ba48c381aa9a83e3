using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DenseTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Generator Unused = new(0);

    [Test]
    public void By_hand()
    {
        // W = (1 2 3; 4 5 6), b = (10; 20); the parameters lie column after column, W before b.
        Dense<T> layer = new(3, 2, Matrices.Column<T>(1, 4, 2, 5, 3, 6, 10, 20));
        Matrix<T> x = Matrices.Rows<T>([1, 0], [0, 1], [2, -1]);
        Matrix<T> y = new(2, 2);
        Pass<T> pass = new(x, y);
        layer.Forward(in pass, Unused);
        Assert.That(y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([17, 9], [36, 19]).ToDoubles()));

        Matrix<T> dy = Matrices.Rows<T>([1, 2], [3, 4]);
        Matrix<T> dx = new(3, 2);
        Matrix<T> gradient = new(8, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, dy, dx, gradient);
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([13, 18], [17, 24], [21, 30]).ToDoubles()));
        Matrix<T> dW = Matrices.Rows<T>([1, 2, 0], [3, 4, 2]);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([.. dW.ToDoubles(), 3.0, 7.0]));
    }

    [TestCase(1, 1, 1)]
    [TestCase(3, 5, 7)]
    [TestCase(17, 9, 33)]
    public void By_Math_NET(int inputs, int outputs, int samples)
    {
        Matrix<T> parameters = TestNumbers.Matrix<T>(outputs * inputs + outputs, 1, seed: 11);
        Dense<T> layer = new(inputs, outputs, parameters);
        Matrix<T> x = TestNumbers.Matrix<T>(inputs, samples, seed: 12);
        Matrix<T> dy = TestNumbers.Matrix<T>(outputs, samples, seed: 13);
        Matrix<T> y = new(outputs, samples);
        Matrix<T> dx = new(inputs, samples);
        Matrix<T> gradient = new(parameters.Rows, 1);
        layer.Predict(x, y);
        layer.Backward(new Pass<T>(x, y), dy, dx, gradient);

        var (w, b, input, d) = (Oracle(layer.W), Oracle(layer.B), Oracle(x), Oracle(dy));
        var ones = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(1, samples, 1);
        AssertClose(y, w * input + b * ones);
        AssertClose(dx, w.Transpose() * d);
        AssertClose(gradient.Part(0, outputs, inputs), d * input.Transpose());
        AssertClose(gradient.Part(outputs * inputs, outputs, 1), d * ones.Transpose());
    }

    [Test]
    public void W_and_b_are_views_of_the_parameters()
    {
        Matrix<T> parameters = new(6, 1);
        Dense<T> layer = new(2, 2, parameters);
        layer.W[1, 0] = T.One;
        layer.B[0, 0] = -T.One;
        Assert.That(parameters.ToDoubles(), Is.EqualTo([0.0, 1, 0, 0, -1, 0]));
    }

    [Test]
    public void Its_blocks_are_weight_and_bias()
    {
        Dense<T> layer = new(3, 2, new Matrix<T>(8, 1));
        Assert.That(
            layer.Blocks,
            Is.EqualTo([
                new ParameterBlock("weight", ParameterRole.Weight, 0, 2, 3),
                new ParameterBlock("bias", ParameterRole.Bias, 6, 2, 1),
            ])
        );
        Assert.That((layer.Inputs, layer.Outputs, layer.MemoryPerSample), Is.EqualTo((3, 2, 0)));
        Assert.That(layer.MemoryPerBatch, Is.Zero);
        Assert.That(layer.Frozen, Is.SameAs(layer));
    }

    [Test]
    public void Sizes_must_fit()
    {
        Dense<T> layer = new(3, 2, new Matrix<T>(8, 1));
        Assert.That(() => layer.Predict(new Matrix<T>(2, 1), new Matrix<T>(2, 1)), Throws.ArgumentException);
        Assert.That(() => layer.Predict(new Matrix<T>(3, 1), new Matrix<T>(3, 1)), Throws.ArgumentException);
        Assert.That(() => new Dense<T>(3, 2, new Matrix<T>(7, 1)), Throws.InstanceOf<ArgumentException>());
    }

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Oracle(Matrix<T> matrix) =>
        new Matrix<double>(matrix.Rows, matrix.Columns, matrix.ToDoubles()).ToMathNet();

    private static void AssertClose(Matrix<T> actual, MathNet.Numerics.LinearAlgebra.Matrix<double> expected) =>
        Assert.That(actual.ToDoubles(), Is.EqualTo(expected.ToColumnMajorArray()).Within(64 * Ulp.Of<T>(1.0)));
}
