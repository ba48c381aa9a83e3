using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// Stops when the monitored loss has not improved for some epochs.
/// Prechelt, "Early Stopping — But When?", 1998.
/// </summary>
/// <param name="Patience">The number of epochs without improvement after which to stop, at least one.</param>
public sealed record EarlyStopping(int Patience) : IStoppingRule
{
    /// <summary>The number of epochs without improvement after which to stop.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Patience
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Patience);

    /// <summary>The number of epochs.</summary>
    public override string ToString() => $"stops after {Patience} epochs without improvement";

    /// <inheritdoc/>
    public bool ShouldStop(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.EpochsWithoutImprovement >= Patience;
    }
}
