using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Networks;

public sealed class ArchitectureTests
{
    private static readonly Architecture Example = Architecture
        .WithInputs(4)
        .Dense(16, Activation.Relu)
        .Dropout(0.2)
        .Dense(3, Activation.Softmax);

    [Test]
    public void Says_its_sizes()
    {
        Assert.That(Example.Inputs, Is.EqualTo(4));
        Assert.That(Example.Outputs, Is.EqualTo(3));
        Assert.That(Example.ParameterCount, Is.EqualTo(4 * 16 + 16 + 16 * 3 + 3));
        Assert.That(Example.ToString(), Is.EqualTo("4-16-3"));
        Assert.That(Example.OutputActivation, Is.EqualTo(Activation.Softmax));
        Assert.That(Architecture.WithInputs(4).OutputActivation, Is.EqualTo(Activation.Identity));
    }

    [Test]
    public void Adding_a_layer_makes_another_architecture()
    {
        Architecture larger = Example.Dense(1, Activation.Identity);
        Assert.That(Example.Layers, Has.Length.EqualTo(5));
        Assert.That(larger.Layers, Has.Length.EqualTo(7));
        Assert.That(larger, Is.Not.EqualTo(Example));
    }

    [Test]
    public void Equal_descriptions_are_equal()
    {
        Architecture same = Architecture
            .WithInputs(4)
            .Dense(16, Activation.Relu)
            .Dropout(0.2)
            .Dense(3, Activation.Softmax);
        Assert.That(same, Is.EqualTo(Example));
        Assert.That(same.GetHashCode(), Is.EqualTo(Example.GetHashCode()));
    }

    private static readonly Architecture[] Others =
    [
        Architecture.WithInputs(5).Dense(16, Activation.Relu).Dropout(0.2).Dense(3, Activation.Softmax),
        Architecture.WithInputs(4).Dense(15, Activation.Relu).Dropout(0.2).Dense(3, Activation.Softmax),
        Architecture.WithInputs(4).Dense(16, Activation.Gelu).Dropout(0.2).Dense(3, Activation.Softmax),
        Architecture.WithInputs(4).Dense(16, Activation.Relu).Dropout(0.3).Dense(3, Activation.Softmax),
        Architecture.WithInputs(4).Dense(16, Activation.Relu).Dense(3, Activation.Softmax),
        Architecture
            .WithInputs(4)
            .Dense(16, Activation.Relu, Initializer.Zeros)
            .Dropout(0.2)
            .Dense(3, Activation.Softmax),
    ];

    [TestCaseSource(nameof(Others))]
    public void Different_descriptions_are_not(Architecture other) => Assert.That(other, Is.Not.EqualTo(Example));

    [Test]
    public void Mistakes_are_named_where_they_are_made()
    {
        Architecture start = Architecture.WithInputs(4);
        Assert.That(() => Architecture.WithInputs(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => start.Dense(0, Activation.Relu), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => start.Dense(3, null!), Throws.ArgumentNullException);
        Assert.That(() => start.Add(null!), Throws.ArgumentNullException);
        Assert.That(() => start.Dropout(1).BuildUninitialized<float>(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => start.BuildUninitialized<float>(),
            Throws.InvalidOperationException.With.Message.Contains("layer")
        );
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void More_parameters_than_an_array_holds_are_refused(int layers)
    {
        Architecture huge = Architecture.WithInputs(int.MaxValue);
        for (int i = 0; i < layers; i++)
        {
            huge = huge.Dense(int.MaxValue, Activation.Identity);
        }
        Assert.That(huge.ParameterCount, Is.GreaterThanOrEqualTo(1L << 61));
        Assert.That(
            () => huge.BuildUninitialized<float>(),
            Throws.InvalidOperationException.With.Message.Contains("array")
        );
    }

    [Test]
    public void A_built_network_has_fresh_weights_and_biases_of_0()
    {
        SequentialNetwork<double> network = Example.Build<double>(new Generator(1));
        foreach (var block in network.Blocks)
        {
            double[] numbers = network[block].ToDoubles();
            Assert.That(numbers, block.Name.EndsWith("bias", StringComparison.Ordinal) ? Has.All.Zero : Has.None.Zero);
        }
        Assert.That(Example.BuildUninitialized<double>().Parameters.ToDoubles(), Has.All.Zero);
    }

    [Test]
    public void The_seed_decides_and_float_starts_at_the_rounded_double()
    {
        double[] start = Example.Build<double>(new Generator(1)).Parameters.ToDoubles();
        Assert.That(Example.Build<double>(new Generator(1)).Parameters.ToDoubles(), Is.EqualTo(start));
        Assert.That(Example.Build<double>(new Generator(2)).Parameters.ToDoubles(), Is.Not.EqualTo(start));
        float[] single = Example.Build<float>(new Generator(1)).Parameters.Values.ToArray();
        Assert.That(single, Is.EqualTo(start.Select(w => (float)w)));
    }

    [Test]
    public void A_layer_may_name_its_initializer()
    {
        Architecture ofZeros = Architecture.WithInputs(3).Dense(2, Activation.Identity, Initializer.Zeros);
        Assert.That(ofZeros.Build<float>(new Generator(1)).Parameters.ToDoubles(), Has.All.Zero);
    }

    [TestCase("relu", "he-normal")]
    [TestCase("tanh", "glorot-uniform")]
    public void A_normalization_between_hides_the_activation_from_nobody(string activation, string initializer)
    {
        Activation function = Activation.Parse(activation);
        double[] expected = Weights(
            Architecture.WithInputs(4).Dense(6, Activation.Identity, Initializer.Parse(initializer))
        );
        Architecture start = Architecture.WithInputs(4).Dense(6);
        Assert.That(Weights(start.BatchNormalization().Activation(function)), Is.EqualTo(expected));
        Assert.That(Weights(start.LayerNormalization().Dropout(0.5).Activation(function)), Is.EqualTo(expected));
        Assert.That(start.BatchNormalization().Activation(function).IndexOfActivationAfter(0), Is.EqualTo(2));
    }

    [Test]
    public void The_activation_behind_another_dense_layer_is_that_ones()
    {
        Architecture two = Architecture.WithInputs(4).Dense(6).Dense(3, Activation.Relu);
        Assert.That(two.IndexOfActivationAfter(0), Is.Null);
        Assert.That(two.IndexOfActivationAfter(1), Is.EqualTo(2));
        Assert.That(two.IndexOfActivationAfter(2), Is.Null);
    }

    [Test]
    public void A_normalization_has_a_scale_and_a_shift_for_each_unit()
    {
        Architecture normalized = Architecture
            .WithInputs(4)
            .Dense(6)
            .BatchNormalization()
            .LayerNormalization()
            .Activation(Activation.Relu);
        Assert.That(normalized.ParameterCount, Is.EqualTo(4 * 6 + 6 + 2 * 6 + 2 * 6));
        Assert.That(normalized.StateCount, Is.EqualTo(2 * 6));
        Assert.That(normalized.ToString(), Is.EqualTo("4-6"));
        Assert.That(() => normalized.BatchNormalization(epsilon: 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => normalized.Activation(null!), Throws.ArgumentNullException);
    }

    private static double[] Weights(Architecture architecture)
    {
        SequentialNetwork<double> network = architecture.Build<double>(new Generator(1));
        return network[network.Blocks[0]].ToDoubles();
    }
}
