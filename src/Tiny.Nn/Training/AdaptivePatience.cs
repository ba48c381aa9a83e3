using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// Stops when the best epoch is too long ago, measured by its own age: a training that improved late may have to wait longer for the next
/// improvement than one that was best at its beginning. It stops after epoch e with the best one at b where e − b ≥ p + s·b.
/// </summary>
/// <param name="Patience">p: the number of epochs without improvement to bear at least, at least one.</param>
/// <param name="Growth">s: how many more for each epoch up to the best one; not negative.</param>
public sealed record AdaptivePatience(int Patience = 20, double Growth = 0.5) : IStoppingRule
{
    /// <summary>The number of epochs without improvement to bear at least.</summary>
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

    /// <summary>Both numbers.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"stops after {Patience} + {Growth}·best epochs without improvement");

    /// <inheritdoc/>
    public bool ShouldStop(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.EpochsWithoutImprovement >= Patience + Growth * (history.Best?.Epoch ?? 0);
    }
}
