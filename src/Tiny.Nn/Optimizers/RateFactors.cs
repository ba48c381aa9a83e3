using Tiny.Nn.Numerics;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// What the learning rate is multiplied by, for each kind of parameters: ηₖ = η·fₖ. All are 1 where nothing is said; at 0 such
/// parameters stay as they are.
/// </summary>
public sealed record RateFactors
{
    /// <summary>All factors are 1: one learning rate for all parameters.</summary>
    public static RateFactors Equal { get; } = new();

    /// <summary>Of weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Weight
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1;

    /// <summary>Of biases.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Bias
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1;

    /// <summary>Of the scales of units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Scale
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1;

    /// <summary>Of the slopes of parametric activations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Slope
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1;

    /// <summary>Of all parameters of embeddings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Embedding
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1;

    /// <summary>The factors.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"rate × {Weight} for weights, {Bias} for biases, {Scale} for scales, {Slope} for slopes, {Embedding} for embeddings"
        );
}
