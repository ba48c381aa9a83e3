namespace Tiny.Nn.Preprocessing;

/// <summary>What is free to choose about how a table becomes the inputs of a network. See <see cref="TableEncoding"/>.</summary>
public sealed record EncodingOptions
{
    /// <summary>How features are brought to one scale.</summary>
    public ScalingKind Scaling { get; init; } = ScalingKind.Standard;

    /// <summary>What stands in for a missing number or date.</summary>
    public FillKind Fill { get; init; } = FillKind.Median;

    /// <summary>How many levels of a category have a place of their own; rarer ones share one. At least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 2.</exception>
    public int MaxLevels
    {
        get;
        init => field = value >= 2 ? value : throw TooFew(nameof(MaxLevels), value, 2);
    } = 32;

    /// <summary>Among how many inputs the words of a free text are spread. At least 1, at most <see cref="HashedWords.MostBuckets"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of that range.</exception>
    public int WordBuckets
    {
        get;
        init =>
            field = value is >= 1 and <= HashedWords.MostBuckets ? value : throw TooFew(nameof(WordBuckets), value, 1);
    } = 64;

    private static ArgumentOutOfRangeException TooFew(string name, int value, int least) =>
        new(name, value, $"It must be at least {least}, and not absurdly large.");
}
