using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>Limits a gradient that is too large, before the optimizer sees it.</summary>
public abstract record GradientClipping
{
    /// <summary>g ← g·min(1, c/‖g‖₂): a long gradient keeps its direction and gets the length c.</summary>
    /// <param name="maximum">c, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public static GradientClipping ByNorm(double maximum) => new ClipByNorm(maximum);

    /// <summary>gᵢ ← gᵢ held inside [−c, c]: each number on its own, so the direction may change.</summary>
    /// <param name="maximum">c, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public static GradientClipping ByValue(double maximum) => new ClipByValue(maximum);

    /// <summary>Clips the gradient of the whole network in place.</summary>
    public abstract void Apply<T>(Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>
/// g ← g·min(1, c/‖g‖₂): a long gradient keeps its direction and gets the length c.
/// Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", 2013.
/// </summary>
/// <param name="MaximumNorm">c, positive.</param>
internal sealed record ClipByNorm(double MaximumNorm) : GradientClipping
{
    /// <summary>c, the length that no gradient exceeds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double MaximumNorm
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(MaximumNorm);

    /// <summary>The limit.</summary>
    public override string ToString() => FormattableString.Invariant($"norm of the gradient at most {MaximumNorm}");

    /// <inheritdoc/>
    public override void Apply<T>(Span<T> gradient)
    {
        T squares = Sums.SumOfSquares<T>(gradient);
        if (T.IsPositiveInfinity(squares))
        {
            // Squares overflow long before the numbers do: then the direction is found among numbers up to 1.
            Elementwise.Map(new Quotient(Largest<T>(gradient)), gradient, gradient);
            squares = Sums.SumOfSquares<T>(gradient);
            Elementwise.Map(new Factor(MaximumNorm / Norm(squares)), gradient, gradient);
        }
        else if (Norm(squares) > MaximumNorm)
        {
            Elementwise.Map(new Factor(MaximumNorm / Norm(squares)), gradient, gradient);
        }
    }

    private static double Norm<T>(T squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Math.Sqrt(double.CreateTruncating(squares));

    private static double Largest<T>(ReadOnlySpan<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        foreach (T g in gradient)
        {
            largest = T.Max(largest, T.Abs(g));
        }
        return double.CreateTruncating(largest);
    }

    private readonly struct Quotient(double divisor) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => x / V.Constant(divisor);
    }

    private readonly struct Factor(double factor) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Constant(factor) * x;
    }
}

/// <summary>gᵢ ← gᵢ held inside [−c, c]: each number on its own, so the direction may change.</summary>
/// <param name="MaximumMagnitude">c, positive.</param>
internal sealed record ClipByValue(double MaximumMagnitude) : GradientClipping
{
    /// <summary>c, the magnitude that no derivative exceeds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double MaximumMagnitude
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(MaximumMagnitude);

    /// <summary>The limit.</summary>
    public override string ToString() => FormattableString.Invariant($"derivatives within ±{MaximumMagnitude}");

    /// <inheritdoc/>
    public override void Apply<T>(Span<T> gradient) => Elementwise.Map(new Bound(MaximumMagnitude), gradient, gradient);

    private readonly struct Bound(double bound) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V>
        {
            x = V.IfLess(x, V.Constant(-bound), V.Constant(-bound), x);
            return V.IfLess(V.Constant(bound), x, V.Constant(bound), x);
        }
    }
}
