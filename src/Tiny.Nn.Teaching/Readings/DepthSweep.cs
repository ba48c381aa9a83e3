using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>
/// How much of δ is left at the first layer of fresh networks of growing depth. On its way from the output δ passes the slope of every
/// hidden layer, and that of a sigmoid is at most ¼: without the weights, at most ¼ᴸ is left.
/// </summary>
/// <param name="Depth">How many hidden layers, L.</param>
/// <param name="First">The root mean square of δ at the first hidden layer.</param>
/// <param name="Last">The same at the output.</param>
internal sealed record DepthSweep(int Depth, double First, double Last)
{
    /// <summary>What is left of δ.</summary>
    internal double Left => First / Last;

    /// <summary>¼ᴸ.</summary>
    internal double SigmoidBound => Math.Pow(0.25, Depth);

    /// <summary>Measures networks of several depths; none is trained.</summary>
    /// <param name="data">The samples whose δ is measured.</param>
    /// <param name="loss">What compares answers with targets.</param>
    /// <param name="output">What the last sums go through.</param>
    /// <param name="hidden">What the hidden sums go through.</param>
    /// <param name="units">How many units a hidden layer has.</param>
    /// <param name="depths">How many hidden layers, each at least one.</param>
    /// <param name="seed">Where the weights come from.</param>
    internal static IReadOnlyList<DepthSweep> Run(
        Dataset<double> data,
        Loss loss,
        Activation output,
        Activation hidden,
        int units,
        IEnumerable<int> depths,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(depths);
        return [.. depths.Select(depth => Measure(data, loss, output, hidden, units, depth, seed))];
    }

    private static DepthSweep Measure(
        Dataset<double> data,
        Loss loss,
        Activation output,
        Activation hidden,
        int units,
        int depth,
        ulong seed
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        Architecture architecture = Enumerable
            .Range(0, depth)
            .Aggregate(Architecture.WithInputs(data.Inputs.Rows), (before, _) => before.Dense(units, hidden))
            .Dense(data.Targets.Rows, output);
        Objective<double> objective = Objective.Create(architecture.Build<double>(new Generator(seed)), loss);
        Workspace<double> workspace = objective.Network.CreateWorkspace(data.Count);
        objective.Gradient(data.All, workspace, new Generator(seed));
        int[] dense =
        [
            .. objective
                .Network.Layers.Index()
                .Where(layer => layer.Item is Dense<double>)
                .Select(layer => layer.Index),
        ];
        return new DepthSweep(
            depth,
            RootMeanSquare.Of<double>(workspace.Delta(dense[0], data.Count).Values),
            RootMeanSquare.Of<double>(workspace.Delta(dense[^1], data.Count).Values)
        );
    }
}
