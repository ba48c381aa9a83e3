using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Settings;

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
        Fill(network);
        return network;
    }

    /// <summary>Lets the dense layers of a network start with the weights.</summary>
    /// <exception cref="LessonException">The weights do not fit it.</exception>
    internal void Fill<T>(SequentialNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(network.Inputs, network.Outputs);
        foreach ((Dense<T> dense, GivenLayer layer) in network.Layers.OfType<Dense<T>>().Zip(Layers))
        {
            for (int row = 0; row < dense.Outputs; row++)
            {
                dense.B[row, 0] = T.CreateTruncating(layer.Bias[row]);
                for (int column = 0; column < dense.Inputs; column++)
                {
                    dense.W[row, column] = T.CreateTruncating(layer.Weights[row][column]);
                }
            }
        }
    }

    /// <summary>A recipe for a network with these layers.</summary>
    /// <exception cref="LessonException">Hidden layers have several activations, and a recipe has one.</exception>
    internal Recipe Describe(Recipe recipe)
    {
        Activation[] hidden = [.. Layers.SkipLast(1).Select(layer => layer.Activation).OfType<Activation>().Distinct()];
        return hidden.Length <= 1
            ? recipe with
            {
                Hidden = [.. Layers.SkipLast(1).Select(layer => layer.Weights.Length)],
                Activation = hidden.FirstOrDefault(recipe.Activation),
            }
            : throw new LessonException(
                $"Hidden layers have the activations {string.Join(" and ", hidden.Select(one => one.ToString()))}, and a network that is trained has one.",
                Path,
                "Give all hidden layers one activation, or leave it out."
            );
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
