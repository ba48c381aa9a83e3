using Tiny.Nn.Numerics;

namespace Tiny.Nn.Initializers;

/// <summary>wᵢⱼ = 0.</summary>
internal sealed record Zeros : Initializer
{
    public override string Name => "zeros";

    public override void Fill<T>(Matrix<T> weights, Generator generator) => weights.Values.Clear();
}
