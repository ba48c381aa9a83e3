namespace Tiny.Nn.Tabular.Tuning;

/// <summary>Why a search ended.</summary>
public enum TuningEnd
{
    /// <summary>All trials that were asked for were made.</summary>
    AllTrials,

    /// <summary>There is no other configuration in the space.</summary>
    AllConfigurations,

    /// <summary>No trial was to begin any more.</summary>
    Enough,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}

/// <summary>What a search came to.</summary>
/// <param name="Trials">All trials that were begun, in the order of their numbers.</param>
/// <param name="Folds">By how many folds the last of a bracket are judged.</param>
/// <param name="End">Why it ended.</param>
public sealed record TuningResult(IReadOnlyList<Trial> Trials, int Folds, TuningEnd End)
{
    /// <summary>The trials that came to something, the best first: those that were judged by more folds go before the others.</summary>
    public IReadOnlyList<Trial> Ranked { get; } = [.. Halving.Ranked(Trials)];

    /// <summary>The best; null where no fold was over, or every trial came to nothing.</summary>
    public Trial? Winner => Ranked.Count > 0 ? Ranked[0] : null;

    /// <summary>How many trials there were, and the best.</summary>
    public override string ToString() => $"{Trials.Count} trials, {Winner?.ToString() ?? "none came to anything"}";
}
