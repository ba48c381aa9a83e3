namespace Tiny.Nn.Minimization;

/// <summary>A function f of n numbers with a continuous derivative: what can be minimized.</summary>
public interface ISmoothFunction
{
    /// <summary>n, how many numbers it is a function of.</summary>
    int Count { get; }

    /// <summary>f(x) and its derivative.</summary>
    /// <param name="x">The point: n numbers.</param>
    /// <param name="gradient">Receives ∂f/∂x: n numbers.</param>
    /// <returns>f(x). Where it is not finite, the point counts as too far.</returns>
    double Evaluate(ReadOnlySpan<double> x, Span<double> gradient);
}
