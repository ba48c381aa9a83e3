using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z above 0, α(eᶻ − 1) below
/// da/dz = 1 above 0, else αeᶻ = a + α
/// Clevert, Unterthiner, Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear Units", 2016.
/// </summary>
/// <param name="Alpha">α: −α is what the activation tends to far below 0; at least 0, and finite.</param>
public readonly record struct Elu(double Alpha) : IActivationFormula, IParametric
{
    /// <summary>α.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Alpha
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(Alpha);

    double? IParametric.Parameter => Alpha;

    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => V.IfLess(V.Constant(0), z, z, V.Constant(Alpha) * ExpM1(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.IfLess(V.Constant(0), z, V.Constant(1), a + V.Constant(Alpha));
}
