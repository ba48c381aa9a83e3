using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>How long to train, in batches of which size, and when to stop.</summary>
public sealed record FitOptions
{
    /// <summary>The maximum number of epochs: passes over all samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Epochs
    {
        get;
        init => field = Within.NotNegative(value);
    } = 100;

    /// <summary>The number of samples in a step; the last step of an epoch may have fewer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int BatchSize
    {
        get;
        init => field = Within.Positive(value);
    } = 32;

    /// <summary>What tells good epochs from bad ones, where there are validation samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public EpochCriterion Criterion
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(Criterion), value, null);
    }

    /// <summary>Decides after every epoch whether to stop early; null to run all epochs.</summary>
    public IStoppingRule? StoppingRule { get; init; }

    /// <summary>Where the state of the training is kept from time to time, and where it goes on from; null for nowhere.</summary>
    public ICheckpoint? Checkpoint { get; init; }

    /// <summary>All of them but the checkpoint, on which nothing depends.</summary>
    public override string ToString() =>
        $"{Epochs} epochs in batches of {BatchSize}"
        + (Criterion == EpochCriterion.Loss ? "" : $", the best by {Criterion}".ToLowerInvariant())
        + (StoppingRule is null ? "" : $", {StoppingRule}");
}
