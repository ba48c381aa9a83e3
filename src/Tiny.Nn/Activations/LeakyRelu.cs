using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z above 0, αz below
/// da/dz = 1 above 0, else α
/// </summary>
/// <param name="Alpha">α, the slope below 0: any finite number, with −1 for |z|.</param>
public readonly record struct LeakyRelu(double Alpha) : IActivationFormula, IParametric
{
    /// <summary>α.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public double Alpha
    {
        get;
        init => field = Within.Finite(value);
    } = Within.Finite(Alpha);

    double? IParametric.Parameter => Alpha;

    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => V.IfLess(z, V.Constant(0), V.Constant(Alpha) * z, z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.IfLess(V.Constant(0), z, V.Constant(1), V.Constant(Alpha));
}
