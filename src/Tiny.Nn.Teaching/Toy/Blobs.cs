using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// (x₁, x₂) = cₖ, a centre for each class, drawn evenly from [−3, 3)²: the noise makes a round heap of it.
/// </summary>
/// <remarks>Another seed gives other centres; some lie so close that their heaps overlap.</remarks>
internal sealed record Blobs() : ToyData(classes: 3, noise: 0.5)
{
    /// <inheritdoc/>
    public override string Name => "blobs";

    private protected override Func<int, double, (double X, double Y)> Begin(Generator generator)
    {
        (double, double)[] centres = new (double, double)[Classes];
        foreach (ref (double, double) centre in centres.AsSpan())
        {
            centre = (6 * generator.NextUniform() - 3, 6 * generator.NextUniform() - 3);
        }
        return (label, _) => centres[label];
    }
}
