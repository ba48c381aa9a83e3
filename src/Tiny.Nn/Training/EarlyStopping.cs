using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// Stops when no epoch was better than all before it for some epochs: after epoch e with the best one at b where e − b ≥ p + g·b. With g &gt; 0 a
/// training that improved late may wait longer for the next improvement than one that was best at its beginning.
/// Prechelt, "Early Stopping — But When?", 1998.
/// </summary>
/// <param name="Patience">p: the number of epochs without improvement after which to stop, at least one.</param>
/// <param name="Growth">g: how many more for each epoch up to the best one; not negative.</param>
public sealed record EarlyStopping(int Patience, double Growth = 0) : IStoppingRule
{
    /// <summary>The number of epochs without improvement after which to stop.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Patience
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Patience);

    /// <summary>How many more for each epoch up to the best one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Growth
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(Growth);

    /// <summary>The number of epochs.</summary>
    public override string ToString() =>
        Growth == 0
            ? $"stops after {Patience} epochs without improvement"
            : FormattableString.Invariant($"stops after {Patience} + {Growth} × best epochs without improvement");

    /// <inheritdoc/>
    public bool ShouldStop(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.EpochsWithoutImprovement >= Patience + Growth * (history.Best?.Epoch ?? 0);
    }
}
