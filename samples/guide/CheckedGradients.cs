using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Guide;

internal static class CheckedGradients
{
    internal static void Run()
    {
        Architecture architecture = Architecture.WithInputs(2).Dense(4, Activation.Mish).Dense(1);
        SequentialNetwork<double> network = architecture.Build<double>(new Generator(seed: 1));
        Matrix<double> x = new(2, 3, [0.5, -1.2, 0.3, 0.8, -0.4, 1.7]);
        Matrix<double> target = new(1, 3, [0.2, -1, 3]);
        Console.WriteLine(GradientCheck.Run(Objective.Create(network, Loss.Huber), x, target));
    }
}
