using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Guide;

internal static class ExclusiveOr
{
    internal static void Run()
    {
        Generator generator = new(seed: 1);
        Architecture architecture = Architecture.WithInputs(2).Dense(8, Activation.Tanh).Dense(1, Activation.Sigmoid);
        SequentialNetwork<double> network = architecture.Build<double>(generator);

        // Exclusive or: features × samples, one column per sample.
        Matrix<double> x = new(2, 4, [0, 0, 0, 1, 1, 0, 1, 1]);
        Matrix<double> target = new(1, 4, [0, 1, 1, 0]);

        GradientReport check = GradientCheck.Run(Objective.Create(network, Loss.BinaryCrossEntropy), x, target);
        Console.WriteLine($"gradients agree with central differences: {check.LargestRelativeError < 1e-6}");

        Trainer<double> trainer = new(network, Loss.BinaryCrossEntropy, new Adam(0.05), generator);
        for (int step = 1; step <= 300; step++)
        {
            double loss = trainer.Step(x, target);
            if (step % 100 == 0)
            {
                Console.WriteLine($"step {step}  loss {loss:F4}");
            }
        }

        Matrix<double> answers = network.Predict(x);
        Console.WriteLine(string.Join("  ", answers.Values.ToArray().Select(p => p.ToString("F3"))));
    }
}
