using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>
/// Looks at a network while it is trained: forward and backward on samples that stay the same, in a workspace of its own and with
/// chance of its own. It reads parameters and writes none, so training gives the same bits with it and without.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LayerProbe<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Objective<T> objective;
    private readonly Dataset<T> samples;
    private readonly Workspace<T> workspace;
    private readonly GeneratorState random;
    private readonly LayerView<T>[] views;

    /// <summary>A probe, which has not looked yet.</summary>
    /// <param name="objective">What is trained: its network's parameters are looked at whenever <see cref="Look"/> is called.</param>
    /// <param name="samples">What goes through the network, all in one batch: a few hundred are enough.</param>
    /// <param name="seed">Where dropout draws its mask from: every look has the same.</param>
    /// <exception cref="ArgumentException">There are no samples, or they do not fit the network.</exception>
    public LayerProbe(Objective<T> objective, Dataset<T> samples, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
        {
            throw new ArgumentException("There are no samples to look at.", nameof(samples));
        }
        Shape.Inputs(samples.Inputs.Rows, objective.Network.Inputs);
        this.objective = objective;
        this.samples = samples;
        workspace = new Workspace<T>(objective.Network, samples.Count);
        random = new Generator(seed).State;
        IReadOnlyList<Layer<T>> layers = objective.Network.Layers;
        int[] dense = [.. Enumerable.Range(0, layers.Count).Where(i => layers[i] is Dense<T>)];
        views = [.. dense.Select(place => new LayerView<T>(layers, place, samples.Count))];
    }

    /// <summary>Every dense layer as it is now, first to last.</summary>
    public IReadOnlyList<LayerActivity> Look()
    {
        objective.Gradient(samples.All, workspace, new Generator(random));
        return [.. views.Select((view, i) => view.Measure(i + 1, i < views.Length - 1, Gradient(view), workspace))];
    }

    private Matrix<T> Gradient(LayerView<T> view)
    {
        ParameterBlock block = objective.Network.Blocks.First(b =>
            b.Layer == view.Place && b.Role == ParameterRole.Weight
        );
        return workspace.Gradient.Part(block.Start, block.Rows, block.Columns);
    }
}
