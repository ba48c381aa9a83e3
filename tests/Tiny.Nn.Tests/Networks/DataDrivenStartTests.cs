using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Networks;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DataDrivenStartTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Architecture Hidden = Architecture
        .WithInputs(4)
        .Add(new DiagonalScalingDescription())
        .Add(new NtkDenseDescription(6))
        .Add(new ParametricActivationDescription(Activation.Selu))
        .Add(new DropoutDescription(0.5))
        .Add(new NtkDenseDescription(5));

    private static readonly Matrix<T> Inputs = TestNumbers.Matrix<T>(4, 300, seed: 1);

    [Test]
    public void Every_unit_spreads_the_samples_with_deviation_1()
    {
        SequentialNetwork<T> network = Started(Hidden);
        Matrix<T> x = Inputs;
        foreach (Layer<T> layer in network.Layers)
        {
            Matrix<T> y = new(layer.Outputs, x.Columns);
            layer.Predict(x, y);
            for (int unit = 0; layer is NtkDense<T> && unit < y.Rows; unit++)
            {
                double[] z = Row(y, unit);
                double mean = z.Average();
                Assert.That(z.Average(value => (value - mean) * (value - mean)), Is.EqualTo(1).Within(1e-5));
            }
            x = y;
        }
    }

    [Test]
    public void Every_unit_crosses_zero_among_the_samples()
    {
        SequentialNetwork<T> network = Started(Hidden);
        Matrix<T> answers = network.Predict(Inputs);
        for (int unit = 0; unit < answers.Rows; unit++)
        {
            Assert.That(Row(answers, unit), Has.Some.GreaterThan(0).And.Some.LessThan(0), $"unit {unit}");
        }
    }

    [Test]
    public void Weights_keep_their_direction_and_other_layers_stay()
    {
        SequentialNetwork<T> before = Hidden.Build<T>(new Generator(2));
        SequentialNetwork<T> after = Started(Hidden);
        Bits.AssertSame<T>(after[after.Blocks[0]].Values, before[before.Blocks[0]].Values, "scale");
        Matrix<T> w = ((NtkDense<T>)before.Layers[1]).W;
        Matrix<T> divided = ((NtkDense<T>)after.Layers[1]).W;
        for (int unit = 0; unit < w.Rows; unit++)
        {
            double[] ratios = [.. Row(divided, unit).Zip(Row(w, unit), (late, early) => late / early)];
            Assert.That(ratios, Is.All.Positive.And.All.EqualTo(ratios[0]).Within(1e-6 * ratios[0]));
        }
    }

    [Test]
    public void Weights_of_zero_and_constant_inputs_divide_by_nothing()
    {
        SequentialNetwork<T> zeros = Started(Hidden.Add(new NtkDenseDescription(3, Initializer.Zeros)));
        Assert.That(((NtkDense<T>)zeros.Layers[^1]).W.ToDoubles(), Is.All.Zero);
        Assert.That(((NtkDense<T>)zeros.Layers[^1]).B.ToDoubles(), Is.All.Zero);

        SequentialNetwork<T> network = Hidden.Build<T>(new Generator(2));
        double[] before = ((NtkDense<T>)network.Layers[1]).W.ToDoubles();
        Matrix<T> constant = new(4, 10);
        constant.Values.Fill(T.CreateTruncating(0.1));
        DataDrivenStart.Apply(network, constant, new Generator(3));
        Assert.That(((NtkDense<T>)network.Layers[1]).W.ToDoubles(), Is.EqualTo(before));
        Assert.That(network.Parameters.ToDoubles(), Has.None.NaN);
    }

    [Test]
    public void Of_many_samples_some_are_used_from_all_over()
    {
        Matrix<T> many = new(4, 5000);
        for (int sample = 0; sample < many.Columns; sample++)
        {
            many.Column(sample).Fill(T.CreateTruncating(sample < 4000 ? -1 : 1));
        }
        SequentialNetwork<T> network = Hidden.Build<T>(new Generator(2));
        DataDrivenStart.Apply(network, many, new Generator(3));
        Matrix<T> z = new(6, 5000);
        network.Layers[1].Predict(many, z);
        double[] first = Row(z, 0);
        Assert.That(Math.Abs(first[^1] - first[0]), Is.EqualTo(1 / Math.Sqrt(0.2 * 0.8)).Within(1e-5));
    }

    [Test]
    public void The_seed_decides()
    {
        double[] parameters = Started(Hidden).Parameters.ToDoubles();
        Assert.That(Started(Hidden).Parameters.ToDoubles(), Is.EqualTo(parameters));
        Assert.That(Started(Hidden, seed: 4).Parameters.ToDoubles(), Is.Not.EqualTo(parameters));
    }

    [Test]
    public void Samples_must_be_there_and_fit()
    {
        SequentialNetwork<T> network = Hidden.Build<T>(new Generator(2));
        Assert.That(
            () => DataDrivenStart.Apply(network, new Matrix<T>(4, 0), new Generator(3)),
            Throws.ArgumentException.With.Message.Contains("at least one sample")
        );
        Assert.That(
            () => DataDrivenStart.Apply(network, new Matrix<T>(3, 2), new Generator(3)),
            Throws.ArgumentException
        );
    }

    private static SequentialNetwork<T> Started(Architecture architecture, ulong seed = 3)
    {
        SequentialNetwork<T> network = architecture.Build<T>(new Generator(2));
        DataDrivenStart.Apply(network, Inputs, new Generator(seed));
        return network;
    }

    private static double[] Row(Matrix<T> matrix, int row) =>
        [.. Enumerable.Range(0, matrix.Columns).Select(column => double.CreateTruncating(matrix[row, column]))];
}
