using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

public sealed class ObjectiveTests
{
    private readonly Dataset<double> moons = ToyTraining.Moons<double>(50);
    private readonly SequentialNetwork<double> network = ToyTraining.Network<double>(dropout: 0.5);

    [Test]
    public void What_belongs_together_is_fused()
    {
        Objective<double> objective = Objective.Create(network, Loss.BinaryCrossEntropy);
        Assert.That(objective.Loss, Is.TypeOf<SigmoidBinaryCrossEntropy>());
        Assert.That(objective.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Identity));
        Assert.That(Objective.Unfused(network, Loss.BinaryCrossEntropy).Network, Is.SameAs(network));
        Assert.That(Objective.Create(network, Loss.SquaredError).Network, Is.SameAs(network));
    }

    [Test]
    public void It_is_of_a_network_and_a_loss()
    {
        Assert.That(
            () => Objective.Create<double>(null!, Loss.SquaredError),
            Throws.ArgumentNullException.With.Property("ParamName").EqualTo("network")
        );
        Assert.That(
            () => Objective.Create(network, null!),
            Throws.ArgumentNullException.With.Property("ParamName").EqualTo("loss")
        );
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(50)]
    [TestCase(64)]
    public void Evaluating_in_portions_gives_the_weighted_mean_without_penalty_or_dropout(int capacity)
    {
        double[] weights = [.. Enumerable.Range(0, 50).Select(i => i % 5.0)];
        Objective<double> objective = Objective.Create(network, Loss.BinaryCrossEntropy, new WeightPenalty(L2: 10));
        double value = objective.Evaluate(
            new Batch<double>(moons.Inputs, moons.Targets, weights),
            objective.Network.CreateWorkspace(capacity)
        );
        Matrix<double> answers = network.Predict(moons.Inputs);
        double sum = 50 * Loss.BinaryCrossEntropy.Evaluate(answers, moons.Targets, weights, default);
        double expected = sum / weights.Sum();
        Assert.That(value, Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Samples_without_weight_cost_nothing()
    {
        Objective<double> objective = Objective.Create(network, Loss.BinaryCrossEntropy);
        Workspace<double> workspace = objective.Network.CreateWorkspace(16);
        Assert.That(objective.Evaluate(new(moons.Inputs, moons.Targets, new double[50]), workspace), Is.Zero);
    }
}
