using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>That it all together learns.</summary>
public sealed class LearningTests
{
    [Test]
    public void Xor_is_learned([Values(1, 2, 3)] int seed)
    {
        Matrix<float> x = Matrices.Rows<float>([0, 0, 1, 1], [0, 1, 0, 1]);
        Matrix<float> target = Matrices.Row<float>(0, 1, 1, 0);
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(8, Activation.Tanh)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator((ulong)seed));
        Trainer<float> trainer = ToyTraining.Trainer(network, new Adam(0.05));
        for (int i = 0; i < 300; i++)
        {
            trainer.Step(x, target);
        }
        Assert.That(network.Predict(x).ToDoubles(), Is.EqualTo(target.ToDoubles()).Within(0.1));
    }

    [Test]
    public void Two_moons_are_learned()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(16, Activation.Relu)
            .Dense(16, Activation.Relu)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator(1));
        ToyTraining.Trainer(network).Fit(ToyTraining.Moons<float>(300, seed: 1), null, new FitOptions { Epochs = 40 });
        Dataset<float> unseen = ToyTraining.Moons<float>(500, seed: 2);
        double[] answers = network.Predict(unseen.Inputs).ToDoubles();
        double right = answers.Zip(unseen.Targets.ToDoubles(), (p, t) => Math.Round(p) == t).Count(hit => hit) / 500.0;
        Assert.That(right, Is.GreaterThanOrEqualTo(0.97));
    }

    private static readonly Optimizer[] Optimizers = [new Sgd(0.5), new Adam(0.02)];

    [TestCaseSource(nameof(Optimizers))]
    public void Linear_regression_finds_the_least_squares_solution(Optimizer optimizer)
    {
        Matrix<double> x = TestNumbers.Matrix<double>(3, 40, seed: 1);
        double[] noise = TestNumbers.Ordinary<double>(40, seed: 2);
        double[] y = [.. Enumerable.Range(0, 40).Select(i => 2 * x[0, i] - x[1, i] + 0.5 * x[2, i] + 3 + noise[i])];
        SequentialNetwork<double> network = Architecture
            .WithInputs(3)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<double>();
        Trainer<double> trainer = new(network, Loss.SquaredError, optimizer, new Generator(3));
        for (int i = 0; i < 1500; i++)
        {
            trainer.Step(x, Matrices.Row<double>(y));
        }

        double[][] samples = [.. Enumerable.Range(0, 40).Select(i => x.Column(i).ToArray())];
        double[] solution = MathNet.Numerics.Fit.MultiDim(samples, y, intercept: true);
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo([.. solution[1..], solution[0]]).Within(1e-6));
    }
}
