using Tiny.Nn.Activations;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Shared;

/// <summary>An activation that the library does not know: a = z/(1 + |z|), whose second derivative jumps at 0.</summary>
internal readonly record struct Softsign : IActivationFormula
{
    public IReadOnlyList<double> Kinks => [0];

    public V Value<V>(V z)
        where V : struct, ILanes<V> => z / (V.Constant(1) + V.Abs(z));

    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V>
    {
        V shrunk = V.Constant(1) - V.Abs(a);
        return shrunk * shrunk;
    }
}

/// <summary>Tanh with a slip in its derivative: 1 − a where 1 − a² belongs.</summary>
internal readonly record struct TanhWithoutSquare : IActivationFormula
{
    public IReadOnlyList<double> Kinks => [];

    public V Value<V>(V z)
        where V : struct, ILanes<V> => Elementary.Tanh(z);

    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.Constant(1) - a;
}

/// <summary>Tanh whose derivative is half a percent too large.</summary>
internal readonly record struct TanhSlightlyOff : IActivationFormula
{
    public IReadOnlyList<double> Kinks => [];

    public V Value<V>(V z)
        where V : struct, ILanes<V> => Elementary.Tanh(z);

    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.Constant(1.005) * (V.Constant(1) - a * a);
}

/// <summary>Identity whose derivative is not a number.</summary>
internal readonly record struct IdentityWithoutSlope : IActivationFormula
{
    public IReadOnlyList<double> Kinks => [];

    public V Value<V>(V z)
        where V : struct, ILanes<V> => z;

    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.Constant(double.NaN);
}
