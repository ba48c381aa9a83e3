using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A network whose weights somebody wrote down.</summary>
/// <param name="Path">The file.</param>
/// <param name="Layers">The dense layers, first to last.</param>
internal sealed record GivenWeights(string Path, IReadOnlyList<GivenLayer> Layers)
{
    /// <summary>What the file says that the last sums go through; null where it says nothing.</summary>
    internal Activation? OutputActivation => Layers[^1].Activation;

    /// <summary>The network.</summary>
    /// <param name="inputs">How many numbers a sample has.</param>
    /// <param name="outputs">How many its target has.</param>
    /// <param name="hidden">What hidden sums go through where the file does not say it.</param>
    /// <param name="output">What the last sums go through.</param>
    /// <exception cref="LessonException">The weights do not fit each other, or the samples.</exception>
    internal SequentialNetwork<double> Build(int inputs, int outputs, Activation hidden, Activation output)
    {
        Check(inputs, outputs);
        Architecture architecture = Architecture.WithInputs(inputs);
        foreach ((int i, GivenLayer layer) in Layers.Index())
        {
            architecture = architecture.Dense(
                layer.Weights.Length,
                i == Layers.Count - 1 ? output : layer.Activation ?? hidden
            );
        }
        SequentialNetwork<double> network = architecture.BuildUninitialized<double>();
        foreach ((Dense<double> dense, GivenLayer layer) in network.Layers.OfType<Dense<double>>().Zip(Layers))
        {
            layer.Bias.CopyTo(dense.B.Values);
            for (int row = 0; row < dense.Outputs; row++)
            {
                for (int column = 0; column < dense.Inputs; column++)
                {
                    dense.W[row, column] = layer.Weights[row][column];
                }
            }
        }
        return network;
    }

    private void Check(int inputs, int outputs)
    {
        int width = inputs;
        foreach ((int i, GivenLayer layer) in Layers.Index())
        {
            int columns = layer.Weights[0].Length;
            if (columns != width)
            {
                string before = i == 0 ? "a sample has" : $"layer {i} has";
                string turned = layer.Weights.Length == width ? " They may lie on their side: a row is a unit." : "";
                throw new LessonException(
                    $"Each row has {columns} {(columns == 1 ? "weight" : "weights")}, and {before} {width} {(i == 0 ? "inputs" : "units")}.{turned}",
                    $"{Path}, layer {i + 1}",
                    $"Give {width} weights in each row: one row for each unit, one weight for each input."
                );
            }
            width = layer.Weights.Length;
        }
        if (width != outputs)
        {
            throw new LessonException(
                $"The last layer has {width} units, and a target has {outputs} {(outputs == 1 ? "number" : "numbers")}.",
                $"{Path}, layer {Layers.Count}",
                $"Give the last layer {outputs} {(outputs == 1 ? "row" : "rows")} of weights."
            );
        }
    }
}

/// <summary>A dense layer as it is written down.</summary>
/// <param name="Weights">A row for each unit, a number for each input.</param>
/// <param name="Bias">A number for each unit.</param>
/// <param name="Activation">What its sums go through; null where that is said elsewhere.</param>
internal sealed record GivenLayer(double[][] Weights, double[] Bias, Activation? Activation);
