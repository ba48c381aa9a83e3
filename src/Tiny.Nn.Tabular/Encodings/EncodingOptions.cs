using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>Options for how a table becomes the inputs of a network. See <see cref="TableEncoding"/>.</summary>
public sealed record EncodingOptions
{
    /// <summary>More bins than this are as good as none: hardly a row would lie in each.</summary>
    internal const int MostBins = 1024;

    /// <summary>The defaults.</summary>
    internal static EncodingOptions Usual { get; } = new();

    /// <summary>How features are brought to one scale.</summary>
    public ScalingKind Scaling { get; init; } = ScalingKind.Standard;

    /// <summary>What stands in for a missing number or date.</summary>
    public FillKind Fill { get; init; } = FillKind.Median;

    /// <summary>Into how many bins each number is divided, beside itself, at most 1024; 0 for none, and 1 is as good as none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or above 1024.</exception>
    public int Bins
    {
        get;
        init => field = value is >= 0 and <= MostBins ? value : throw TooFew(nameof(Bins), value, 0);
    }

    /// <summary>How many levels of a category have a place of their own; rarer ones share one. At least 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 2.</exception>
    public int MaxLevels
    {
        get;
        init => field = value >= 2 ? value : throw TooFew(nameof(MaxLevels), value, 2);
    } = 32;

    /// <summary>Among how many inputs the words of a free text are spread. At least 1, at most 65536.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of that range.</exception>
    public int WordBuckets
    {
        get;
        init =>
            field = value is >= 1 and <= FeatureHashing.MostBuckets
                ? value
                : throw TooFew(nameof(WordBuckets), value, 1);
    } = 64;

    /// <summary>The share of training rows from which on missing cells get a mark, an input of their own; 0 to mark them wherever there are any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double MarkFrom
    {
        get;
        init => field = Within.Share(value, nameof(MarkFrom));
    } = 0.05;

    /// <summary>All of them.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"scaling {Scaling}, fill {Fill}, holes marked from a share of {MarkFrom} on, {MaxLevels} levels, {WordBuckets} word buckets"
        ) + (Bins == 0 ? "" : $", {Bins} bins");

    /// <summary>Whether so many missing cells get a mark.</summary>
    internal bool Marks(int missing, int rows) => missing > 0 && missing < rows && missing >= MarkFrom * rows;

    private static ArgumentOutOfRangeException TooFew(string name, int value, int least) =>
        new(name, value, $"It must be at least {least}, and not absurdly large.");
}
