using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Guide;

internal static class EngineOnly
{
    internal static void Run()
    {
        Generator generator = new(seed: 1);
        Architecture architecture = Architecture.WithInputs(2).Dense(8, Activation.Tanh).Dense(1, Activation.Sigmoid);
        SequentialNetwork<double> network = architecture.Build<double>(generator);

        // Exclusive or: features × samples, one column per sample.
        Matrix<double> x = new(2, 4, [0, 0, 0, 1, 1, 0, 1, 1]);
        Matrix<double> target = new(1, 4, [0, 1, 1, 0]);
        Trainer<double> trainer = new(network, Loss.BinaryCrossEntropy, new Adam(0.05), generator);
        for (int step = 1; step <= 300; step++)
        {
            trainer.Step(x, target);
        }
        Console.WriteLine(string.Join("  ", network.Predict(x).Values.ToArray().Select(p => p.ToString("F3"))));
    }
}
