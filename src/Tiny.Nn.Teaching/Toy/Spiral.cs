using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// φ = 2π·(k/K + ¾t)
/// (x₁, x₂) = t·(cos φ, sin φ): arm k of K, each a turn of the one before, out of the origin to the unit circle
/// </summary>
/// <remarks>No straight line tells two arms apart anywhere: it takes hidden units, and shows what they do.</remarks>
internal sealed record Spiral() : ToyData(classes: 3, noise: 0.02)
{
    /// <inheritdoc/>
    public override string Name => "spiral";

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, t) =>
        {
            double angle = Math.Tau * ((double)label / Classes + 0.75 * t);
            return (t * Math.Cos(angle), t * Math.Sin(angle));
        };
}
