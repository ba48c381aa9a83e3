namespace Service;

/// <summary>What one request may ask for.</summary>
public sealed record Limits
{
    /// <summary>The most rows.</summary>
    public int Rows { get; init; } = 1000;

    /// <summary>The most bytes of its body.</summary>
    public long Bytes { get; init; } = 1 << 20;
}
