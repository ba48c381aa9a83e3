using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// φ = 2πt
/// (x₁, x₂) = (k + 1)/K·(cos φ, sin φ): circle k of K around the origin, the last the unit circle
/// </summary>
/// <remarks>No line tells them apart; the feature x₁² + x₂² alone would.</remarks>
internal sealed record Circles() : ToyData(classes: 2, noise: 0.05)
{
    /// <inheritdoc/>
    public override string Name => "circles";

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, t) =>
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * t);
            double radius = (label + 1.0) / Classes;
            return (radius * cos, radius * sin);
        };
}
