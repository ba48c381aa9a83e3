using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// |x₁| and |x₂| are drawn evenly from [0, 1); the class is the second where exactly one of x₁ and x₂ is negative.
/// </summary>
/// <remarks>Each feature alone says nothing of the class, and no line does: the oldest argument for a hidden layer.</remarks>
internal sealed record Quadrants() : ToyData(classes: 2, noise: 0)
{
    /// <inheritdoc/>
    public override string Name => "xor";

    /// <inheritdoc/>
    public override bool HasAnyClasses => false;

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator) =>
        (label, _) =>
        {
            double sign = generator.NextBelow(2) == 0 ? 1 : -1;
            (double x, double y) = (generator.NextUniform(), generator.NextUniform());
            return (sign * x, (label == 0 ? sign : -sign) * y);
        };
}
