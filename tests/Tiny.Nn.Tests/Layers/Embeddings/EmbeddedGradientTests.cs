using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Layers.Embeddings;

/// <summary>What an embedding passes back to the layer before it, against differences of the loss.</summary>
public sealed class EmbeddedGradientTests
{
    private static readonly LayerDescription[] Embeddings =
    [
        new PeriodicEmbeddingDescription(InputRanges.Of(0, 2), Frequencies: 5, Width: 4, Deviation: 0.3),
        new PeriodicEmbeddingDescription(InputRanges.Of(1), Frequencies: 1, Width: 2, Deviation: 1),
        new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, 2)), Width: 3),
    ];

    [TestCaseSource(nameof(Embeddings))]
    public void The_layer_before_it_gets_its_gradient(LayerDescription embedding)
    {
        // Enough samples for whole vectors and a rest.
        foreach (int samples in new[] { 1, 3, 8, 21 })
        {
            SequentialNetwork<double> network = Architecture
                .WithInputs(2)
                .Dense(3)
                .Add(embedding)
                .Dense(1, Activation.Identity)
                .Build<double>(new Generator(5));
            Objective<double> objective = Objective.Create(network, Loss.SquaredError);
            Batch<double> batch = new(
                TestNumbers.Matrix<double>(2, samples),
                TestNumbers.Matrix<double>(1, samples, 2)
            );
            Workspace<double> workspace = objective.Network.CreateWorkspace(samples);
            objective.Gradient(in batch, workspace, new Generator(1));
            double[] analytic = workspace.Gradient.Values.ToArray();
            for (int place = 0; place < 9; place++)
            {
                Assert.That(
                    analytic[place],
                    Is.EqualTo(Difference(objective, batch, workspace, place)).Within(1e-7),
                    $"{embedding}, {samples} samples, parameter {place}"
                );
            }
        }
    }

    private static double Difference(
        Objective<double> objective,
        Batch<double> batch,
        Workspace<double> workspace,
        int place
    )
    {
        const double Step = 1e-6;
        ref double parameter = ref objective.Network.Parameters.Values[place];
        double at = parameter;
        parameter = at + Step;
        double above = objective.Evaluate(batch, workspace);
        parameter = at - Step;
        double below = objective.Evaluate(batch, workspace);
        parameter = at;
        return (above - below) / (2 * Step);
    }
}
