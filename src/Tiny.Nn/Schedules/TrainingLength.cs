using Tiny.Nn.Numerics;

namespace Tiny.Nn.Schedules;

/// <summary>How long a training is meant to be: what a learning-rate schedule measures its progress by.</summary>
/// <param name="Steps">How many steps there are in all, at least one.</param>
/// <param name="StepsPerEpoch">How many steps an epoch has, at least one; null where the steps are not counted in epochs.</param>
public sealed record TrainingLength(long Steps, long? StepsPerEpoch = null)
{
    /// <summary>How many steps there are in all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public long Steps
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Steps);

    /// <summary>How many steps an epoch has; null where the steps are not counted in epochs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public long? StepsPerEpoch
    {
        get;
        init => field = value is { } steps ? Within.Positive(steps, nameof(StepsPerEpoch)) : null;
    } = StepsPerEpoch is { } steps ? Within.Positive(steps, nameof(StepsPerEpoch)) : null;

    /// <summary>How many steps there are.</summary>
    public override string ToString() =>
        StepsPerEpoch is null ? $"{Steps} steps" : $"{Steps} steps, {StepsPerEpoch} in an epoch";

    /// <summary>The length of a training that goes over all samples, epoch by epoch.</summary>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="batchSize">How many samples make a step; the last step of an epoch may have fewer.</param>
    /// <param name="epochs">How many epochs there are at most.</param>
    public static TrainingLength Of(int samples, int batchSize, int epochs)
    {
        long steps = Math.Max(1, (samples + (long)batchSize - 1) / batchSize);
        return new TrainingLength(steps * Math.Max(1, epochs), steps);
    }
}
