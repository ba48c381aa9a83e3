using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Shared;

/// <summary>Small things to train and to train with.</summary>
internal static class ToyTraining
{
    /// <summary>Two interleaved half circles with a little noise, in two classes by turns.</summary>
    internal static Dataset<T> Moons<T>(int count, ulong seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed);
        Matrix<T> x = new(2, count);
        Matrix<T> target = new(1, count);
        for (int i = 0; i < count; i++)
        {
            double angle = Math.PI * generator.NextUniform();
            int moon = i % 2;
            double across = moon == 0 ? Math.Cos(angle) : 1 - Math.Cos(angle);
            double up = moon == 0 ? Math.Sin(angle) : 0.5 - Math.Sin(angle);
            x[0, i] = T.CreateTruncating(across + 0.1 * generator.NextNormal());
            x[1, i] = T.CreateTruncating(up + 0.1 * generator.NextNormal());
            target[0, i] = T.CreateTruncating(moon);
        }
        return new Dataset<T>(x, target);
    }

    internal static SequentialNetwork<T> Network<T>(ulong seed = 1, double dropout = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Architecture
            .WithInputs(2)
            .Dense(8, Activation.Tanh)
            .Dropout(dropout)
            .Dense(1, Activation.Sigmoid)
            .Build<T>(new Generator(seed));

    internal static Trainer<T> Trainer<T>(SequentialNetwork<T> network, Optimizer? optimizer = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(network, Loss.BinaryCrossEntropy, optimizer ?? new Adam(0.01), new Generator(seed: 2));
}
