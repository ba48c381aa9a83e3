using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// Stops when the monitored loss has not improved for some epochs.
/// Prechelt, "Early Stopping — But When?", 1998.
/// </summary>
/// <param name="Patience">How many epochs without improvement to bear, at least one.</param>
/// <param name="MinimumImprovement">How much lower a loss must be to count as improved.</param>
public sealed record EarlyStopping(int Patience, double MinimumImprovement = 0) : IStoppingRule
{
    /// <summary>How many epochs without improvement to bear.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Patience
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Patience);

    /// <inheritdoc/>
    public bool ShouldStop(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        double lowest = double.PositiveInfinity;
        int since = 0;
        foreach (EpochReport report in history.Epochs)
        {
            bool improved = report.Monitored < lowest - MinimumImprovement;
            since = improved ? 0 : since + 1;
            lowest = improved ? report.Monitored : lowest;
        }
        return since >= Patience;
    }
}
