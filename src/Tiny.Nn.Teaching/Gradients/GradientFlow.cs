using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Gradients;

/// <summary>
/// What reaches each layer during training. It looks at every step of a <see cref="Trainer{T}"/>, as its observer, and closes an epoch
/// when it is told of one, as the progress of <see cref="Trainer{T}.Fit"/>: give it to both.
/// </summary>
/// <param name="network">The network before training.</param>
public sealed class GradientFlow(SequentialNetwork<double> network) : IStepObserver<double>, IProgress<EpochReport>
{
    private readonly List<FlowEpoch> epochs = [];
    private readonly LayerGauge[] gauges = [.. LayerGauge.All(network)];
    private readonly double[] before = network.Parameters.Values.ToArray();

    /// <summary>An entry for each epoch so far.</summary>
    public IReadOnlyList<FlowEpoch> Epochs => epochs;

    /// <inheritdoc/>
    public void Observe(SequentialNetwork<double> network, Matrix<double> x, Workspace<double> workspace)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(workspace);
        foreach (LayerGauge gauge in gauges)
        {
            gauge.Add(network, x.Columns, workspace, before);
        }
        network.Parameters.Values.CopyTo(before);
    }

    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        ArgumentNullException.ThrowIfNull(value);
        epochs.Add(new FlowEpoch(value.Epoch, [.. gauges.Select(gauge => gauge.Close())]));
    }
}

/// <summary>What reached the layers in an epoch.</summary>
/// <param name="Epoch">Its number, from 1 on.</param>
/// <param name="Layers">The dense layers, first to last.</param>
public sealed record FlowEpoch(int Epoch, IReadOnlyList<LayerFlow> Layers);

/// <summary>What reached one dense layer, as the mean of an epoch's steps.</summary>
/// <param name="Name">Its number among all layers, and its units: <c>0: 16 relu</c>.</param>
/// <param name="Delta">The root mean square of δ = ∂ℓ/∂z over units and samples, where ℓ is the loss of one sample.</param>
/// <param name="Gradient">The root mean square of dW, after clipping.</param>
/// <param name="UpdateRatio">‖ΔW‖/‖W‖ of a step: what the update changed, beside what it changed.</param>
/// <param name="SaturatedShare">The share of its activations whose slope is below a tenth of the largest that the activation has; null where there is none behind it.</param>
/// <param name="DeadUnits">How many units had a slope below a thousandth of the largest for every sample of the epoch; null where no activation is behind it.</param>
public sealed record LayerFlow(
    string Name,
    double Delta,
    double Gradient,
    double UpdateRatio,
    double? SaturatedShare,
    int? DeadUnits
);
