namespace Tiny.Nn.Tabular.Encodings;

/// <summary>What stands in for a number that is missing.</summary>
public enum FillKind
{
    /// <summary>The median of the training rows that have one.</summary>
    Median,

    /// <summary>The mean of the training rows that have one.</summary>
    Mean,
}
