using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>
/// Looks at a network while it is trained: forward and backward on samples that stay the same, in a workspace of its own and with
/// a generator of its own. It reads parameters and writes none, so training gives the same bits with it and without.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LayerProbe<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Objective<T> objective;
    private readonly Dataset<T> samples;
    private readonly Workspace<T> workspace;
    private readonly GeneratorState random;
    private readonly LayerGauge<T>[] gauges;

    /// <summary>A probe, which has not looked yet.</summary>
    /// <param name="objective">What is trained: its network's parameters are looked at whenever <see cref="Look"/> is called.</param>
    /// <param name="samples">What goes through the network, all in one batch: a few hundred are enough.</param>
    /// <param name="seed">The seed of dropout's mask: every look has the same mask.</param>
    /// <exception cref="ArgumentException">There are no samples, or they do not fit the network.</exception>
    internal LayerProbe(Objective<T> objective, Dataset<T> samples, ulong seed = 0)
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
        workspace = objective.Network.CreateWorkspace(samples.Count);
        random = new Generator(seed).State;
        gauges = LayerGauge<T>.All(objective.Network);
    }

    /// <summary>Every dense layer as it is now, first to last.</summary>
    internal IReadOnlyList<LayerReading> Look()
    {
        objective.Gradient(samples.All, workspace, new Generator(random));
        return [.. gauges.Select(gauge => gauge.Read(workspace, samples.Count))];
    }
}
