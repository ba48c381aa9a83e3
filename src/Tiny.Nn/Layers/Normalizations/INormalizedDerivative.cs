using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>What of dy comes through x̂ = (x − μ)/√(σ² + ε) to x, apart from the factor γ/√(σ² + ε).</summary>
internal interface INormalizedDerivative
{
    /// <param name="dy">∂L/∂y of a sample.</param>
    /// <param name="normalized">x̂ of the sample.</param>
    /// <param name="mean">The mean of dy over the batch.</param>
    /// <param name="product">The mean of dy·x̂ over the batch.</param>
    V Invoke<V>(V dy, V normalized, V mean, V product)
        where V : struct, ILanes<V>;
}

/// <summary>μ and σ² are those of the batch, so every x moves them: dy − mean(dy) − x̂·mean(dy·x̂).</summary>
internal readonly struct OfBatchStatistics : INormalizedDerivative
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V dy, V normalized, V mean, V product)
        where V : struct, ILanes<V> => dy - mean - normalized * product;
}

/// <summary>μ and σ² stand still: dy.</summary>
internal readonly struct OfFixedStatistics : INormalizedDerivative
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V dy, V normalized, V mean, V product)
        where V : struct, ILanes<V> => dy;
}
