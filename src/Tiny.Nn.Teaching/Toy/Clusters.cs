using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// φ = 2π·k/K + π/2
/// (x₁, x₂) = 2·(cos φ, sin φ): a centre for each class on a circle, the first at the top; the noise makes a round heap of it
/// </summary>
/// <remarks>Straight lines tell the classes apart, so softmax regression is enough: the first lesson on classes.</remarks>
internal sealed record Clusters() : ToyData(classes: 3, noise: 0.5)
{
    /// <inheritdoc/>
    public override string Name => "classes";

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, _) =>
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * label / Classes + Math.PI / 2);
            return (2 * cos, 2 * sin);
        };
}
