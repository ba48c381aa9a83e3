namespace Tiny.Nn.Tabular.Checks;

/// <summary>Something about data that its owner should know: nothing is dropped, trimmed or doubted in silence.</summary>
/// <param name="Kind">What.</param>
/// <param name="Column">The name of the column; null where it is about the whole file.</param>
/// <param name="Evidence">What was seen, in words.</param>
public sealed record Finding(FindingKind Kind, string? Column, string Evidence);
