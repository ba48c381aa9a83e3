namespace Tiny.Nn.Tabular.Ranks;

/// <summary>Ranks that were to make one run do not agree.</summary>
/// <param name="rank">The first rank that has something else than rank 0.</param>
/// <param name="what">What it is, without an article: <c>parameters</c>.</param>
public sealed class DisagreementException(int rank, string what)
    : Exception($"Rank {rank} has other {what} than rank 0.")
{
    /// <summary>The first rank that has something else than rank 0.</summary>
    public int Rank { get; } = rank;

    /// <summary>What it has otherwise.</summary>
    public string What { get; } = what;
}
