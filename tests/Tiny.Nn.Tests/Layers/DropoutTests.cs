using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DropoutTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase(0.0)]
    [TestCase(0.25)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void A_unit_is_left_out_or_scaled_so_that_the_mean_stays(double rate)
    {
        Matrix<T> ones = Matrices.Column<T>([.. Enumerable.Repeat(1.0, 20_000)]);
        double[] y = Run(new Dropout<T>(20_000, rate), ones, seed: 1).Y.ToDoubles();
        double kept = double.CreateTruncating(T.CreateTruncating(1 / (1 - rate)));
        Assert.That(y, Has.All.AnyOf(0.0, kept));

        // Five standard errors of a share of 20 000.
        double error = Math.Sqrt(rate * (1 - rate) / y.Length);
        Assert.That(y.Count(value => value == 0) / (double)y.Length, Is.EqualTo(rate).Within(5 * error));
        Assert.That(y.Average(), Is.EqualTo(1).Within(5 * error * kept + 1e-6));
    }

    [Test]
    public void Every_sample_draws_a_mask_of_its_own()
    {
        Matrix<T> mask = Run(new Dropout<T>(40, 0.5), new Matrix<T>(40, 2), seed: 2).Memory;
        Assert.That(mask.Column(0).ToArray(), Is.Not.EqualTo(mask.Column(1).ToArray()));
    }

    [Test]
    public void Forward_and_backward_use_the_same_mask()
    {
        Dropout<T> layer = new(6, 0.5);
        Matrix<T> x = TestNumbers.Matrix<T>(6, 5, seed: 3);
        Matrix<T> dy = TestNumbers.Matrix<T>(6, 5, seed: 4);
        (Matrix<T> y, Matrix<T> memory) = Run(layer, x, seed: 5);
        Matrix<T> dx = new(6, 5);
        layer.Backward(new Pass<T>(x, y, memory), dy, dx, default);

        double[] mask = memory.ToDoubles();
        Assert.That(mask, Has.Some.Zero.And.Some.EqualTo(2.0));
        Assert.That(y.ToDoubles(), Is.EqualTo(x.ToDoubles().Zip(mask, (value, m) => m * value)));
        Assert.That(dx.ToDoubles(), Is.EqualTo(dy.ToDoubles().Zip(mask, (slope, m) => m * slope)));
    }

    [TestCase(0.0)]
    [TestCase(1e-17)]
    [TestCase(0.15)]
    [TestCase(0.5)]
    [TestCase(0.999)]
    public void A_mask_is_drawn_number_by_number(double rate)
    {
        Generator generator = new(9);
        double[] expected =
        [
            .. Enumerable.Range(0, 1000).Select(_ => generator.NextUniform() < rate ? 0 : 1 / (1 - rate)),
        ];
        Generator drawn = new(9);
        Dropout<T> layer = new(1000, rate);
        Pass<T> pass = new(new Matrix<T>(1000, 1), new Matrix<T>(1000, 1), new Matrix<T>(1000, 1));
        layer.Forward(in pass, drawn);
        T[] rounded = [.. expected.Select(T.CreateTruncating)];
        Bits.AssertSame<T>(pass.Memory.Values, rounded, "mask");
        Assert.That(drawn.State, Is.EqualTo(generator.State));
    }

    [Test]
    public void The_factor_of_its_schedule_multiplies_the_rate()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(500, 1);
        double[] expected = Run(new Dropout<T>(500, 0.25), x, seed: 1).Y.ToDoubles();
        double[] halved = Run(new Dropout<T>(500, 0.5) { Factor = 0.5 }, x, seed: 1).Y.ToDoubles();
        Assert.That(halved, Is.EqualTo(expected));
        Assert.That(Run(new Dropout<T>(500, 0.5) { Factor = 0 }, x, seed: 1).Y.ToDoubles(), Is.EqualTo(x.ToDoubles()));
    }

    [Test]
    public void Prediction_leaves_nothing_out()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(6, 5, seed: 6);
        Matrix<T> y = new(6, 5);
        new Dropout<T>(6, 0.9).Predict(x, y);
        Bits.AssertSame<T>(y.Values, x.Values, "prediction");
    }

    [Test]
    public void Frozen_it_leaves_nothing_out_either()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(6, 5, seed: 6);
        Matrix<T> dy = TestNumbers.Matrix<T>(6, 5, seed: 7);
        Matrix<T> dx = new(6, 5);
        Pass<T> pass = new(x, new Matrix<T>(6, 5));
        Layer<T> frozen = new Dropout<T>(6, 0.9).Frozen;
        frozen.Forward(in pass, new Generator(1));
        frozen.Backward(in pass, dy, dx, default);
        Bits.AssertSame<T>(pass.Y.Values, x.Values, "forward");
        Bits.AssertSame<T>(dx.Values, dy.Values, "backward");
    }

    [Test]
    public void The_seed_decides()
    {
        Dropout<T> layer = new(50, 0.5);
        Matrix<T> x = TestNumbers.Matrix<T>(50, 1);
        double[] y = Run(layer, x, seed: 7).Y.ToDoubles();
        Assert.That(Run(layer, x, seed: 7).Y.ToDoubles(), Is.EqualTo(y));
        Assert.That(Run(layer, x, seed: 8).Y.ToDoubles(), Is.Not.EqualTo(y));
    }

    [TestCase(-0.1)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_rate_lies_between_0_and_1(double rate) =>
        Assert.That(() => new Dropout<T>(3, rate), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static (Matrix<T> Y, Matrix<T> Memory) Run(Dropout<T> layer, Matrix<T> x, ulong seed)
    {
        Matrix<T> y = new(x.Rows, x.Columns);
        Matrix<T> memory = new(layer.MemoryPerSample, x.Columns);
        layer.Forward(new Pass<T>(x, y, memory), new Generator(seed));
        return (y, memory);
    }
}
