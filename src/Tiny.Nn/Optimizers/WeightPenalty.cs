using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// The penalty on large weights: λ₁‖w‖₁ + ½λ₂‖w‖₂², added to the mean loss. Biases are not penalized.
/// ∂/∂w = λ₁·sign(w) + λ₂w
/// </summary>
/// <param name="L1">λ₁, not negative: drives weights to 0.</param>
/// <param name="L2">λ₂, not negative: keeps weights small.</param>
public sealed record WeightPenalty(double L1 = 0, double L2 = 0)
{
    /// <summary>No penalty.</summary>
    public static WeightPenalty None { get; } = new();

    /// <summary>λ₁: drives weights to 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double L1
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(L1);

    /// <summary>λ₂: keeps weights small.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double L2
    {
        get;
        init => field = Within.NotNegative(value);
    } = Within.NotNegative(L2);

    /// <summary>The two factors.</summary>
    public override string ToString() => FormattableString.Invariant($"L1 {L1}, L2 {L2}");

    /// <summary>The penalty of these weights.</summary>
    public T Value<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T value = T.Zero;
        if (L1 != 0)
        {
            value += T.CreateTruncating(L1) * Sums.SumOfMagnitudes(weights);
        }
        if (L2 != 0)
        {
            value += T.CreateTruncating(0.5 * L2) * Sums.SumOfSquares(weights);
        }
        return value;
    }

    /// <summary>Adds the penalty's derivative to a gradient.</summary>
    /// <exception cref="ArgumentException">There are more or fewer weights than derivatives.</exception>
    public void AddGradient<T>(ReadOnlySpan<T> weights, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(weights.Length, "weights", gradient.Length, "derivatives");
        if (L1 != 0 || L2 != 0)
        {
            InPlace.Update(new Derivative(L1, L2), gradient, weights);
        }
    }

    private readonly struct Derivative(double l1, double l2) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V gradient, V w)
            where V : struct, ILanes<V>
        {
            V zero = V.Constant(0);
            V sign = V.IfLess(zero, w, V.Constant(1), V.IfLess(w, zero, V.Constant(-1), zero));
            return gradient + V.Constant(l1) * sign + V.Constant(l2) * w;
        }
    }
}
