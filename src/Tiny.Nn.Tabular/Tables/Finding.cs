namespace Tiny.Nn.Tabular.Tables;

/// <summary>Something about data that its owner should know: nothing is dropped, trimmed or doubted in silence.</summary>
/// <param name="Kind">What.</param>
/// <param name="Column">The name of the column; null where it is about the whole file.</param>
/// <param name="Evidence">What was seen, in words.</param>
public sealed record Finding(FindingKind Kind, string? Column, string Evidence)
{
    /// <summary>What may be done about it; null when there is nothing to say. Options are named by their properties.</summary>
    public string? Advice => Remedy?.ToString();

    /// <summary>The same, to be worded for other readers.</summary>
    internal Advice? Remedy { get; init; }
}
