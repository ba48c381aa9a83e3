using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Networks;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SequentialNetworkTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static SequentialNetwork<T> Example() =>
        Architecture
            .WithInputs(4)
            .Dense(9, Activation.Gelu)
            .Dropout(0.5)
            .Dense(3, Activation.Softmax)
            .Build<T>(new Generator(1));

    [Test]
    public void Blocks_follow_one_another_in_the_parameters()
    {
        SequentialNetwork<T> network = Example();
        Assert.That(
            network.Blocks,
            Is.EqualTo([
                new ParameterBlock("0.weight", ParameterRole.Weight, 0, 9, 4),
                new ParameterBlock("0.bias", ParameterRole.Bias, 36, 9, 1),
                new ParameterBlock("3.weight", ParameterRole.Weight, 45, 3, 9) { Layer = 3 },
                new ParameterBlock("3.bias", ParameterRole.Bias, 72, 3, 1) { Layer = 3 },
            ])
        );
        Assert.That(network.Parameters.Rows, Is.EqualTo(75));
        Assert.That(network.Parameters.Columns, Is.EqualTo(1));
    }

    [Test]
    public void Layers_blocks_and_parameters_are_views_of_the_same_numbers()
    {
        SequentialNetwork<T> network = Example();
        network.Parameters[45, 0] = T.CreateTruncating(42);
        Dense<T> last = (Dense<T>)network.Layers[3];
        Assert.That(last.W[0, 0], Is.EqualTo(T.CreateTruncating(42)));
        last.B[2, 0] = T.CreateTruncating(-1);
        Assert.That(network[network.Blocks[3]][2, 0], Is.EqualTo(T.CreateTruncating(-1)));
        Assert.That(network.Parameters[74, 0], Is.EqualTo(T.CreateTruncating(-1)));
    }

    [Test]
    public void Without_its_last_layer_it_shares_its_parameters()
    {
        SequentialNetwork<T> network = Example();
        SequentialNetwork<T> logits = network.WithoutLastLayer();
        Assert.That(logits.Layers, Has.Count.EqualTo(4));
        Assert.That(logits.Architecture.OutputActivation, Is.EqualTo(Activation.Identity));
        logits.Parameters[0, 0] = T.CreateTruncating(7);
        Assert.That(network.Parameters[0, 0], Is.EqualTo(T.CreateTruncating(7)));

        Matrix<T> x = TestNumbers.Matrix<T>(4, 5);
        Matrix<T> z = logits.Predict(x);
        Activation.Softmax.Forward(z, z);
        Bits.AssertSame<T>(z.Values, network.Predict(x).Values, "softmax of the logits");
    }

    [Test]
    public void A_last_layer_with_parameters_stays() =>
        Assert.That(() => Example().WithoutLastLayer().WithoutLastLayer(), Throws.InvalidOperationException);

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(16)]
    [TestCase(100)]
    [TestCase(300)]
    public void Predicting_in_portions_gives_the_same_bits(int capacity)
    {
        SequentialNetwork<T> network = Example();
        Matrix<T> x = TestNumbers.Matrix<T>(4, 300);
        Matrix<T> answers = new(3, 300);
        network.Predict(x, network.CreateWorkspace(capacity), answers);
        Bits.AssertSame<T>(answers.Values, network.Predict(x).Values, $"portions of {capacity}");
    }

    [Test]
    public void Many_threads_may_predict_at_a_time()
    {
        SequentialNetwork<T> network = Example();
        Matrix<T>[] inputs =
        [
            .. Enumerable.Range(0, 64).Select(i => TestNumbers.Matrix<T>(4, 40 + i, seed: (ulong)i + 1)),
        ];
        Matrix<T>[] expected = [.. inputs.Select(network.Predict)];
        Matrix<T>[] actual = new Matrix<T>[inputs.Length];
        Parallel.For(
            0,
            inputs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            i => actual[i] = network.Predict(inputs[i])
        );
        for (int i = 0; i < inputs.Length; i++)
        {
            Bits.AssertSame<T>(actual[i].Values, expected[i].Values, $"input {i}");
        }
    }

    [Test]
    public void Predicting_nothing_gives_nothing()
    {
        Matrix<T> answers = Example().Predict(new Matrix<T>(4, 0));
        Assert.That((answers.Rows, answers.Columns), Is.EqualTo((3, 0)));
    }

    [Test]
    public void An_activation_of_your_own_works()
    {
        Activation softsign = Activation.Elementwise(new Softsign());
        SequentialNetwork<T> network = Architecture.WithInputs(1).Dense(1, softsign).BuildUninitialized<T>();
        network.Parameters[0, 0] = T.One;
        Assert.That(network.Predict(Matrices.Row<T>(1, -3, 0)).ToDoubles(), Is.EqualTo([0.5, -0.75, 0]));
    }

    [Test]
    public void Sizes_must_fit()
    {
        SequentialNetwork<T> network = Example();
        Workspace<T> workspace = network.CreateWorkspace(8);
        Assert.That(() => network.Predict(new Matrix<T>(3, 2)), Throws.ArgumentException);
        Assert.That(
            () => network.Predict(new Matrix<T>(4, 2), workspace, new Matrix<T>(3, 1)),
            Throws.ArgumentException
        );
        Assert.That(
            () => network.Predict(new Matrix<T>(4, 2), workspace, new Matrix<T>(2, 2)),
            Throws.ArgumentException
        );
        Assert.That(
            () => network.Forward(new Matrix<T>(4, 9), workspace, new Generator(0)),
            Throws.InstanceOf<ArgumentException>()
        );
    }
}
