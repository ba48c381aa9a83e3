using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// (x₁, x₂) is drawn evenly from [−2, 2)²; the class is the parity of ⌊x₁⌋ + ⌊x₂⌋: four by four fields, as on a chess board.
/// </summary>
internal sealed record Checkerboard() : ToyData(classes: 2, noise: 0)
{
    /// <inheritdoc/>
    public override string Name => "checkerboard";

    /// <inheritdoc/>
    public override bool HasAnyClasses => false;

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, _) =>
        {
            // A field of eight with this parity: any row, and every other column of it.
            int row = generator.NextBelow(4) - 2;
            int column = 2 * generator.NextBelow(2) - 2 + ((row + label) & 1);
            return (column + generator.NextUniform(), row + generator.NextUniform());
        };
}
