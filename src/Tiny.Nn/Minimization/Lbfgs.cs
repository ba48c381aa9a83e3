using Tiny.Nn.Numerics;

namespace Tiny.Nn.Minimization;

/// <summary>
/// L-BFGS: a quasi-Newton method for smooth functions of many numbers. Each step goes along d = −H·g, where H approximates the inverse Hessian from the
/// last few changes of point and gradient, as far as the strong conditions of Wolfe say:
/// xₖ₊₁ = xₖ + tₖ·dₖ
/// Liu and Nocedal, "On the limited memory BFGS method for large scale optimization", 1989.
/// </summary>
/// <remarks>
/// It needs the same function at every step: all samples, not a mini-batch. All is computed in double, in an order that depends on nothing but the function.
/// A description without state.
/// </remarks>
public sealed record Lbfgs
{
    /// <summary>How many pairs of changes are kept, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Memory
    {
        get;
        init => field = Within.Positive(value);
    } = 10;

    /// <summary>Ends where no derivative is larger than this, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Tolerance
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1e-6;

    /// <summary>The name that a command line and a model file use.</summary>
    internal static string Name => "lbfgs";

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    /// <summary>Minimizes a function.</summary>
    /// <param name="function">What is minimized.</param>
    /// <param name="x">Where to begin; overwritten by the best point.</param>
    /// <param name="iterations">How many steps to make at most.</param>
    /// <param name="cancellation">Ends it; the best point so far stays. The function may throw <see cref="OperationCanceledException"/> too.</param>
    /// <exception cref="ArgumentException">x has another length than the function wants, or the function is not finite there.</exception>
    public Minimum Minimize(
        ISmoothFunction function,
        Span<double> x,
        int iterations = 1000,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        if (x.Length != function.Count)
        {
            throw new ArgumentException(
                $"The function is one of {function.Count} numbers, and {x.Length} were given.",
                nameof(x)
            );
        }
        Descent descent = new(function, x, Memory, Tolerance, cancellation);
        if (!descent.IsFinite)
        {
            throw new ArgumentException("The function, or its derivative, is not finite there.", nameof(x));
        }
        while (descent.Steps < iterations && descent.Step()) { }
        descent.Best.CopyTo(x);
        return descent.Minimum;
    }
}
