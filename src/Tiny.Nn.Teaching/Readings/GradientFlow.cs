using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>
/// What reaches each layer during training. It looks at every step of a <see cref="Trainer{T}"/>, as its observer, and closes an epoch
/// when it is told of one, as the progress of <see cref="Trainer{T}.Fit"/>: give it to both.
/// </summary>
internal sealed class GradientFlow : IStepObserver<double>, IProgress<EpochReport>
{
    private readonly Thinned<FlowEpoch> epochs = new();
    private readonly LayerGauge<double>[] gauges;
    private readonly List<LayerReading>[] steps;

    /// <param name="network">The network before training.</param>
    internal GradientFlow(SequentialNetwork<double> network)
    {
        gauges = LayerGauge<double>.All(network);
        steps = [.. gauges.Select(_ => new List<LayerReading>())];
        foreach (LayerGauge<double> gauge in gauges)
        {
            gauge.Remember();
        }
    }

    /// <summary>An entry for each epoch so far; of very many, for some.</summary>
    internal IReadOnlyList<FlowEpoch> Epochs => epochs.Items;

    /// <inheritdoc/>
    public void Observe(SequentialNetwork<double> network, Matrix<double> x, Workspace<double> workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        foreach ((LayerGauge<double> gauge, List<LayerReading> readings) in gauges.Zip(steps))
        {
            readings.Add(gauge.Read(workspace, x.Columns));
        }
    }

    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        ArgumentNullException.ThrowIfNull(value);
        epochs.Add(new FlowEpoch(value.Epoch, [.. steps.Select(LayerReading.Mean)]));
        foreach (List<LayerReading> readings in steps)
        {
            readings.Clear();
        }
    }
}

/// <summary>What reached the layers in an epoch: the mean of its steps.</summary>
/// <param name="Epoch">Its number, from 1 on.</param>
/// <param name="Layers">The dense layers, first to last.</param>
internal sealed record FlowEpoch(int Epoch, IReadOnlyList<LayerReading> Layers);
