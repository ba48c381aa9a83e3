using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Layers;

/// <summary>
/// A step of the smallest network with all parts of RealMLP-TD-S, against numbers that were computed apart from this code: scaling,
/// SELU between dense layers in the neural tangent parametrization, softmax, smoothed cross-entropy.
/// </summary>
public sealed class TabularMicroNetTests
{
    private const double Tolerance = 1e-12;

    [TestCase(false)]
    [TestCase(true)]
    public void Every_number_of_a_step_is_that_of_the_recipe(bool parametric)
    {
        LayerDescription selu = parametric
            ? new ParametricActivationDescription(Activation.Selu)
            : new ActivationDescription(Activation.Selu);
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Add(new DiagonalScalingDescription())
            .Add(new NtkDenseDescription(2))
            .Add(selu)
            .Add(new NtkDenseDescription(2))
            .Activation(Activation.Softmax)
            .Build<double>(new Generator(1));
        Set(network, "0.scale", 1.2, 0.8);
        Set(network, "1.weight", 0.3, -0.7, 1.1, 0.4);
        Set(network, "1.bias", 0.1, -0.2);
        Set(network, "3.weight", 0.6, -0.5, -0.9, 0.2);
        Set(network, "3.bias", 0.05, -0.05);

        Objective<double> objective = Objective.Create(network, new CrossEntropy(LabelSmoothing: 0.1));
        Workspace<double> workspace = objective.Network.CreateWorkspace(1);
        Batch<double> batch = new(Matrices.Column<double>(0.5, -1), Matrices.Column<double>(0, 1));
        double loss = objective.Gradient(in batch, workspace, new Generator(1));

        AssertClose(workspace.Output(1, 1), -0.394974746830583, -0.723259018078045);
        AssertClose(workspace.Output(2, 1), -0.573672997760469, -0.905124914294832);
        AssertClose(workspace.Output(3, 1), 0.382629128106866, 0.024820040506268);
        Assert.That(loss, Is.EqualTo(0.870080039719060).Within(Tolerance));

        AssertClose(Gradient("3.bias"), 0.538509972677977, -0.538509972677977);
        AssertClose(Gradient("3.weight"), -0.218445529423216, 0.218445529423216, -0.344657133714064, 0.344657133714064);
        AssertClose(Gradient("1.bias"), 0.496111730284193, -0.357278965564260);
        AssertClose(Gradient("1.weight"), 0.210482381226086, -0.151580627595482, -0.280643174968115, 0.202107503460643);
        AssertClose(Gradient("0.scale"), 0.141042628070553, -0.284830613850837);

        Matrix<double> Gradient(string name)
        {
            ParameterBlock block = Block(network, name);
            return workspace.Gradient.Part(block.Start, block.Length, 1);
        }
    }

    /// <summary>Inputs × outputs, row by row, as the recipe writes W: that is column after column of ours.</summary>
    private static void Set(SequentialNetwork<double> network, string name, params double[] numbers) =>
        numbers.CopyTo(network[Block(network, name)].Values);

    private static ParameterBlock Block(SequentialNetwork<double> network, string name) =>
        network.Blocks.Single(block => block.Name == name);

    private static void AssertClose(Matrix<double> actual, params double[] expected) =>
        Assert.That(actual.ToDoubles(), Is.EqualTo(expected).Within(Tolerance));
}
