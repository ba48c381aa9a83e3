using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Watches a training for a diagnosis: made before the first step, told of every epoch. It reads the network and writes nothing of it, so
/// training gives the same bits with it and without.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class TrainingObserver<T> : IProgress<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>So many samples go forward and backward after every epoch.</summary>
    private const int MostProbed = 256;

    private readonly SequentialNetwork<T> network;
    private readonly Objective<T> objective;
    private readonly Dataset<T> training;
    private readonly Dataset<T> probed;
    private readonly Workspace<T> workspace;
    private readonly LayerProbe<T> probe;
    private readonly LabelWatch<T>? labels;
    private readonly NetworkObservation start;
    private readonly double reference;
    private readonly Thinned<EpochObservation> epochs = new();

    /// <summary>An observer, which looks at the network as it starts.</summary>
    /// <param name="network">What is to be trained, before its first step.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="penalty">What large weights cost; null for nothing.</param>
    /// <param name="training">The samples that it is to learn from.</param>
    /// <exception cref="ArgumentException">There are no samples, or they do not fit the network.</exception>
    public TrainingObserver(SequentialNetwork<T> network, Loss loss, WeightPenalty? penalty, Dataset<T> training)
    {
        ArgumentNullException.ThrowIfNull(training);
        this.network = network;
        objective = Objective.Create(network, loss, penalty);
        this.training = training;
        probed = Evenly.Take(training, MostProbed);
        workspace = objective.Network.CreateWorkspace(probed.Count);
        probe = new LayerProbe<T>(objective, probed);
        labels = LabelWatch<T>.Create(network, training);
        reference = References.Loss(objective.Loss, training);
        start = Look();
    }

    /// <summary>The epochs that were looked at; of very many, some.</summary>
    internal IReadOnlyList<EpochObservation> Epochs => epochs.Items;

    /// <inheritdoc/>
    public void Report(EpochReport value)
    {
        ArgumentNullException.ThrowIfNull(value);
        NetworkObservation network = Look();
        epochs.Add(new EpochObservation(value, network));
        if (network.Loss < SuspectLabelsRule.Learned * reference)
        {
            labels?.Look();
        }
    }

    /// <summary>What is wrong with a training that came to an end, causes before what follows from them.</summary>
    /// <param name="ending">How it ended.</param>
    public IReadOnlyList<Symptom> Diagnose(StopReason ending) => Diagnosis.Find(Observe(ending));

    /// <summary>What is wrong with a training that diverged.</summary>
    /// <param name="divergence">Where.</param>
    public IReadOnlyList<Symptom> Diagnose(TrainingDivergedException divergence)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        return Diagnosis.Find(Observe(divergence));
    }

    /// <summary>What was seen of a training that came to an end.</summary>
    internal TrainingObservations Observe(StopReason ending) =>
        Observe() with
        {
            StopReason = ending,
            Unexplained = Neighbours.Compare(network, training),
        };

    /// <summary>What was seen of a training that diverged.</summary>
    internal TrainingObservations Observe(TrainingDivergedException divergence) =>
        Observe() with
        {
            DivergedAt = divergence.Step,
        };

    private TrainingObservations Observe() =>
        new()
        {
            Start = start,
            Epochs = [.. epochs.Items],
            ReferenceLoss = reference,
            Classes = labels?.Classes ?? 0,
            Inputs = References.Inputs(training.Inputs),
            Labels = labels?.Places ?? [],
            LabelEpochs = labels?.Looks ?? 0,
        };

    private NetworkObservation Look() => new(objective.Evaluate(probed.All, workspace), probe.Look());
}
