using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Networks;

/// <summary>The small networks that courses work through by hand.</summary>
public sealed class WorkedExampleTests
{
    private const double Tolerance = 1e-12;

    [Test]
    public void Two_inputs_two_hidden_units_two_outputs()
    {
        SequentialNetwork<double> network = TwoTwoTwo();
        Matrix<double> x = Matrices.Column<double>(0.05, 0.10);
        Matrix<double> target = Matrices.Column<double>(0.01, 0.99);
        Objective<double> objective = Objective.Create(network, Loss.SquaredError);
        Workspace<double> workspace = network.CreateWorkspace(1);
        double e = objective.Gradient(new Batch<double>(x, target), workspace, new Generator(0));

        AssertNumbers(workspace.Output(1, 1), 0.593269992107187, 0.596884378259767);
        AssertNumbers(workspace.Output(3, 1), 0.751365069552316, 0.772928465321463);
        Assert.That(e, Is.EqualTo(0.298371108760003).Within(Tolerance));
        AssertNumbers(workspace.Delta(2, 1), 0.138498561628557, -0.038098236516556);
        Assert.That(At(network, workspace.Gradient, "2.weight"), Is.EqualTo(0.082167040564231).Within(Tolerance));
        Assert.That(At(network, workspace.Gradient, "0.weight"), Is.EqualTo(0.000438567734474).Within(Tolerance));

        new Trainer<double>(network, Loss.SquaredError, new Sgd(0.5), new Generator(0)).Step(x, target);
        Assert.That(At(network, network.Parameters, "2.weight"), Is.EqualTo(0.358916479717885).Within(Tolerance));
        Assert.That(At(network, network.Parameters, "0.weight"), Is.EqualTo(0.149780716132763).Within(Tolerance));
    }

    [Test]
    public void Three_inputs_two_hidden_units_one_output()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(3)
            .Dense(2, Activation.Sigmoid)
            .Dense(1, Activation.Sigmoid)
            .BuildUninitialized<double>();
        Set(network, "0.weight", [0.1, 0.3, 0.5], [0.2, 0.1, 0]);
        Set(network, "0.bias", [0.1], [0.1]);
        Set(network, "2.weight", [0.1, 0.2]);
        Set(network, "2.bias", [1]);
        Matrix<double> x = Matrices.Column<double>(0.6, 0.8, 0.7);
        Assert.That(network.Predict(x)[0, 0], Is.EqualTo(0.765452021909520).Within(Tolerance));

        Objective<double> objective = Objective.Create(network, Loss.BinaryCrossEntropy);
        Workspace<double> workspace = objective.Network.CreateWorkspace(1);
        objective.Gradient(new Batch<double>(x, Matrices.Column<double>(0)), workspace, new Generator(0));
        AssertNumbers(workspace.Output(1, 1), 0.679178699175393, 0.574442516811659);
        AssertNumbers(workspace.Delta(2, 1), 0.765452021909520);
        AssertNumbers(workspace.Delta(0, 1), 0.016678816353894, 0.037424221791254);
    }

    private static SequentialNetwork<double> TwoTwoTwo()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(2, Activation.Sigmoid)
            .Dense(2, Activation.Sigmoid)
            .BuildUninitialized<double>();
        Set(network, "0.weight", [0.15, 0.20], [0.25, 0.30]);
        Set(network, "0.bias", [0.35], [0.35]);
        Set(network, "2.weight", [0.40, 0.45], [0.50, 0.55]);
        Set(network, "2.bias", [0.60], [0.60]);
        return network;
    }

    private static void Set(SequentialNetwork<double> network, string block, params double[][] rows) =>
        Matrices.Rows<double>(rows).CopyTo(network[network.Blocks.Single(b => b.Name == block)]);

    /// <summary>The first number of a block.</summary>
    private static double At(SequentialNetwork<double> network, Matrix<double> parameters, string block) =>
        parameters[network.Blocks.Single(b => b.Name == block).Start, 0];

    private static void AssertNumbers(Matrix<double> actual, params double[] expected) =>
        Assert.That(actual.ToDoubles(), Is.EqualTo(expected).Within(Tolerance));
}
