namespace Tiny.Nn.Tabular.Tables;

/// <summary>Something odd about data: nothing is dropped or trimmed without a finding that says so.</summary>
/// <param name="Kind">What.</param>
/// <param name="Column">The name of the column; null where it is about the whole file.</param>
/// <param name="Evidence">What was seen, in words.</param>
public sealed record Finding(FindingKind Kind, string? Column, string Evidence)
{
    /// <summary>What may be done about it; null when there is nothing to say. Options are named by their properties.</summary>
    public string? Advice => Remedy?.ToString();

    /// <summary>The same, to be worded for other readers.</summary>
    internal Advice? Remedy { get; init; }

    /// <summary>The column, what was found there, and the advice.</summary>
    public override string ToString()
    {
        string found = Column is null ? Evidence : $"{Column}: {Evidence}";
        return Advice is null ? found : $"{found}; {Advice}";
    }
}
