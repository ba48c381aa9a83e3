using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Tests.Gradients;

/// <summary>The derivative by the inputs, which training itself never asks for, against a central difference.</summary>
public sealed class InputGradientTests
{
    private const double H = 1e-5;
    private const int Inputs = 3;
    private const int Count = 4;

    private static IEnumerable<LayerDescription> Single() =>
        Activation
            .All.Append(Activation.Parse("leaky-relu:0.3"))
            .Append(Activation.Parse("elu:0.5"))
            .Select(activation => new ActivationDescription(activation))
            .Concat(LayerKinds.Examples)
            .Append(new BatchNormalizationDescription())
            .Append(new ParametricActivationDescription(Activation.Selu))
            .Append(new PeriodicEmbeddingDescription(InputRanges.Of(0, 1, 2)));

    [TestCaseSource(nameof(Single))]
    public void Of_a_single_layer(LayerDescription layer) => Check(Architecture.WithInputs(Inputs).Add(layer));

    [TestCaseSource(nameof(Single))]
    public void Of_a_layer_between_others(LayerDescription layer) =>
        Check(Architecture.WithInputs(Inputs).Dense(5, Activation.Tanh).Add(layer).Dense(2, Activation.Sigmoid));

    /// <summary>L = ⟨c, y⟩ for any c, so that every derivative of every output is seen.</summary>
    private static void Check(Architecture architecture)
    {
        SequentialNetwork<double> network = architecture.Build<double>(new Generator(1));
        Workspace<double> workspace = network.CreateWorkspace(Count);
        Matrix<double> x = new(Inputs, Count, TestNumbers.Uniform<double>(Inputs * Count, -2, 2, seed: 2));
        Matrix<double> c = TestNumbers.Matrix<double>(network.Outputs, Count, seed: 3);
        double Evaluate()
        {
            Matrix<double> y = network.Forward(x, workspace, new Generator(seed: 4));
            return y.ToDoubles().Zip(c.ToDoubles(), (output, factor) => output * factor).Sum();
        }

        Evaluate();
        c.CopyTo(workspace.Delta(network.Layers.Count - 1, Count));
        Matrix<double> dx = new(Inputs, Count);
        dx.Values.Fill(double.NaN);
        network.Backward(workspace, dx);

        double[] numeric = new double[Inputs * Count];
        for (int i = 0; i < numeric.Length; i++)
        {
            double kept = x.Values[i];
            x.Values[i] = kept + H;
            double above = Evaluate();
            x.Values[i] = kept - H;
            numeric[i] = (above - Evaluate()) / (2 * H);
            x.Values[i] = kept;
        }
        Assert.That(dx.ToDoubles(), Is.EqualTo(numeric).Within(1e-9));
        Assert.That(numeric, Has.Some.Not.Zero);
    }
}
