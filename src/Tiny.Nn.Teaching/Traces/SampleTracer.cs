using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>Runs the engine on one sample at a time, as training does it and in two steps, and keeps what it left in its workspaces.</summary>
internal sealed class SampleTracer
{
    private readonly SequentialNetwork<double> network;
    private readonly Objective<double> objective;
    private readonly Objective<double> twoSteps;
    private readonly List<(int Dense, ActivationLayer<double>? Activation)> pairs;

    /// <exception cref="ArgumentException">A layer is neither dense nor the activation of a dense one.</exception>
    internal SampleTracer(SequentialNetwork<double> network, Loss loss)
    {
        this.network = network;
        objective = Objective.Create(network, loss);
        twoSteps = Objective.Unfused(network, loss);
        pairs = Pair(network);
    }

    /// <param name="x">Inputs × 1.</param>
    /// <param name="target">Outputs × 1.</param>
    internal SampleTrace Run(Matrix<double> x, Matrix<double> target)
    {
        Workspace<double> trained = objective.Network.CreateWorkspace(1);
        Workspace<double> shown = network.CreateWorkspace(1);
        Batch<double> sample = new(x, target);
        double loss = objective.Gradient(sample, trained, new Generator(0));
        double shownLoss = twoSteps.Gradient(sample, shown, new Generator(0));
        Matrix<double> output = shown.Output(network.Layers.Count - 1, 1);

        // The backward pass may destroy the derivative that it began with.
        Matrix<double> slope = new(output.Rows, 1);
        twoSteps.Loss.Evaluate(output, target, [], slope);
        return new SampleTrace
        {
            Input = x,
            Target = target,
            Layers = [.. pairs.Select((_, i) => Layer(i, x, trained, shown, slope))],
            Loss = loss,
            LossInTwoSteps = shownLoss,
            OutputSlope = slope,
            DeltaInTwoSteps = shown.Delta(pairs[^1].Dense, 1),
            IsFused = objective.Network != network,
            Gradient = trained.Gradient,
        };
    }

    private LayerTrace Layer(
        int number,
        Matrix<double> x,
        Workspace<double> trained,
        Workspace<double> shown,
        Matrix<double> outputSlope
    )
    {
        (int place, ActivationLayer<double>? layer) = pairs[number];
        Dense<double> dense = (Dense<double>)network.Layers[place];
        Activation activation = layer?.Activation ?? Activation.Identity;
        ParameterBlock[] blocks = [.. network.Blocks.Where(block => block.Layer == place)];
        Matrix<double> input = place == 0 ? x : shown.Output(place - 1, 1);
        Matrix<double> z = shown.Output(place, 1);
        Matrix<double> a = layer is null ? z : shown.Output(place + 1, 1);
        Matrix<double> delta = trained.Delta(place, 1);
        bool isLast = number == pairs.Count - 1;
        return new LayerTrace
        {
            Activation = activation,
            WeightBlock = blocks[0],
            BiasBlock = blocks[1],
            W = Copy(dense.W),
            B = Copy(dense.B),
            X = input,
            Products = Each(dense.W, (i, j) => dense.W[i, j] * input[j, 0]),
            Z = z,
            A = a,
            Jacobian = JacobianOf(activation, z, a),
            DA = isLast ? outputSlope : trained.Delta(layer is null ? place : place + 1, 1),
            Delta = delta,
            BackwardProducts = Each(dense.W, (i, j) => dense.W[i, j] * delta[i, 0]),
            DW = trained.Gradient.Part(blocks[0].Start, blocks[0].Rows, blocks[0].Columns),
            DB = trained.Gradient.Part(blocks[1].Start, blocks[1].Rows, 1),
        };
    }

    /// <summary>The Jacobian column by column: what the engine's backward pass makes of each unit vector is a row of it.</summary>
    private static Matrix<double> JacobianOf(Activation activation, Matrix<double> z, Matrix<double> a)
    {
        Matrix<double> jacobian = new(z.Rows, z.Rows);
        if (activation is Softmax)
        {
            return Softmax.Jacobian<double>(a.Values);
        }
        Matrix<double> ones = new(z.Rows, 1);
        ones.Values.Fill(1);
        Matrix<double> slopes = new(z.Rows, 1);
        activation.Backward(z, a, ones, slopes);
        for (int i = 0; i < z.Rows; i++)
        {
            jacobian[i, i] = slopes[i, 0];
        }
        return jacobian;
    }

    private static List<(int Dense, ActivationLayer<double>? Activation)> Pair(SequentialNetwork<double> network)
    {
        List<(int, ActivationLayer<double>?)> pairs = [];
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (network.Layers[i] is not Dense<double>)
            {
                throw new ArgumentException(
                    $"Layer {i} is neither dense nor the activation of a dense layer.",
                    nameof(network)
                );
            }
            ActivationLayer<double>? activation =
                i + 1 < network.Layers.Count ? network.Layers[i + 1] as ActivationLayer<double> : null;
            pairs.Add((i, activation));
            i += activation is null ? 0 : 1;
        }
        return pairs;
    }

    private static Matrix<double> Copy(Matrix<double> matrix)
    {
        Matrix<double> copy = new(matrix.Rows, matrix.Columns);
        matrix.CopyTo(copy);
        return copy;
    }

    private static Matrix<double> Each(Matrix<double> size, Func<int, int, double> number)
    {
        Matrix<double> result = new(size.Rows, size.Columns);
        for (int j = 0; j < size.Columns; j++)
        {
            for (int i = 0; i < size.Rows; i++)
            {
                result[i, j] = number(i, j);
            }
        }
        return result;
    }
}
