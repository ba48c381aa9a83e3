using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>What was seen of a training: all that the rules of a diagnosis look at.</summary>
internal sealed record TrainingObservations
{
    /// <summary>How things stood before the first step.</summary>
    public required NetworkObservation Start { get; init; }

    /// <summary>How they stood after each epoch; of very many, after some.</summary>
    public required IReadOnlyList<EpochObservation> Epochs { get; init; }

    /// <summary>
    /// The loss of answers that know no input: of K classes with the same probability each, ln K for cross-entropy; of a number, its mean for all
    /// samples, which for squared error is half the variance.
    /// </summary>
    public required double ReferenceLoss { get; init; }

    /// <summary>How many classes there are; 0 where numbers are predicted.</summary>
    public required int Classes { get; init; }

    /// <summary>How large each input is, over the training samples.</summary>
    public required IReadOnlyList<InputPlace> Inputs { get; init; }

    /// <summary>What the network said of the class of each sample that was looked at; empty where numbers are predicted.</summary>
    public required IReadOnlyList<SamplePlace> Labels { get; init; }

    /// <summary>In how many epochs it was asked: those in which it had learned three quarters of what there is to learn.</summary>
    public required int LabelEpochs { get; init; }

    /// <summary>What the network leaves unexplained of samples that it learned from; null where it diverged, or that says nothing.</summary>
    public Unexplained? Unexplained { get; init; }

    /// <summary>What ended training; null where it diverged.</summary>
    public StopReason? StopReason { get; init; }

    /// <summary>The step at which the loss left the range of numbers; null where it did not.</summary>
    public long? DivergedAt { get; init; }

    /// <summary>The network as it was seen last.</summary>
    public NetworkObservation Last => Epochs is [.., EpochObservation last] ? last.Network : Start;
}

/// <summary>A network at one time.</summary>
/// <param name="Loss">Mean loss of the samples that are looked at, without penalty and without dropout.</param>
/// <param name="Layers">Its dense layers, first to last.</param>
internal sealed record NetworkObservation(double Loss, IReadOnlyList<LayerReading> Layers)
{
    /// <summary>The layers that another dense layer follows.</summary>
    public IEnumerable<LayerReading> Hidden => Layers.Where(layer => layer.IsHidden);
}

/// <summary>An epoch.</summary>
/// <param name="Report">What training said of it.</param>
/// <param name="Network">The network at its end.</param>
internal sealed record EpochObservation(EpochReport Report, NetworkObservation Network);
