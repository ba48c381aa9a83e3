using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// φ = πt
/// (x₁, x₂) = (cos φ, sin φ) of the first class, (1 − cos φ, ½ − sin φ) of the second: two half circles, each with an end inside the other
/// </summary>
internal sealed record Moons() : ToyData(classes: 2, noise: 0.1)
{
    /// <inheritdoc/>
    public override string Name => "moons";

    /// <inheritdoc/>
    public override bool HasAnyClasses => false;

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, t) =>
        {
            (double sin, double cos) = Math.SinCos(Math.PI * t);
            return label == 0 ? (cos, sin) : (1 - cos, 0.5 - sin);
        };
}
