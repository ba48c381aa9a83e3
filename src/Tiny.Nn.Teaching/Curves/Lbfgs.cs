using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>
/// L-BFGS: a quasi-Newton method that steps along d = −H·g, where H approximates the inverse Hessian from the last few gradients.
/// sₖ = θₖ₊₁ − θₖ, yₖ = gₖ₊₁ − gₖ, ρₖ = 1/⟨yₖ, sₖ⟩; H is never formed: two loops over the pairs give H·g.
/// Nocedal, "Updating quasi-Newton matrices with limited storage", 1980; the two loops are algorithm 7.4 of Nocedal and Wright,
/// "Numerical Optimization", 2006.
/// </summary>
/// <remarks>
/// It needs the same function at every step: all samples, not a mini-batch. The step length along d is found by
/// <see cref="WolfeSearch"/>, at the cost of more evaluations per step.
/// </remarks>
internal sealed record Lbfgs
{
    /// <summary>How many pairs (s, y) are kept, at least one.</summary>
    public int Memory
    {
        get;
        init => field = Within.Positive(value);
    } = 10;

    /// <summary>Stops where the gradient's norm is at most this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Tolerance
    {
        get;
        init => field = Within.NotNegative(value);
    } = 1e-10;

    /// <summary>Minimizes a function.</summary>
    /// <param name="function">The function to minimize, with its gradient.</param>
    /// <param name="parameters">The starting point; overwritten by the last point.</param>
    /// <param name="steps">The maximum number of steps.</param>
    /// <param name="reached">Called with the parameters after each step; null for no callback.</param>
    /// <returns>The value at the start and after each step: fewer steps than the maximum where the gradient vanishes or the line search fails.</returns>
    public IReadOnlyList<DescentStep> Minimize(
        DifferentiableFunction function,
        Span<double> parameters,
        int steps,
        Action<double[]>? reached = null
    )
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        double[] gradient = new double[parameters.Length];
        double value = function(parameters, gradient);
        int evaluations = 1;
        List<DescentStep> path = [new DescentStep(value, evaluations)];
        List<Pair> pairs = [];
        WolfeSearch search = new(function, parameters.Length);
        while (path.Count <= steps && double.IsFinite(value) && Vectors.Length(gradient) > Tolerance)
        {
            double[] direction = Direction(pairs, gradient);
            double first = pairs.Count == 0 ? Math.Min(1, 1 / Vectors.Length(gradient)) : 1;
            bool found = search.Run(parameters, value, gradient, direction, first);
            evaluations += search.Evaluations;
            if (!found)
            {
                break;
            }
            Pair pair = new(
                Vectors.Difference(search.Parameters, parameters),
                Vectors.Difference(search.Gradient, gradient)
            );
            if (pair.Curvature > 0)
            {
                pairs.Add(pair);
                pairs.RemoveRange(0, Math.Max(0, pairs.Count - Memory));
            }
            search.Parameters.CopyTo(parameters);
            search.Gradient.CopyTo(gradient);
            value = search.Value;
            path.Add(new DescentStep(value, evaluations));
            reached?.Invoke(search.Parameters);
        }
        return path;
    }

    /// <summary>−H·g, by the two loops.</summary>
    private static double[] Direction(List<Pair> pairs, double[] gradient)
    {
        double[] q = [.. gradient.Select(g => -g)];
        double[] alpha = new double[pairs.Count];
        for (int i = pairs.Count - 1; i >= 0; i--)
        {
            alpha[i] = Vectors.Inner(pairs[i].S, q) / pairs[i].Curvature;
            Vectors.Add(q, -alpha[i], pairs[i].Y);
        }
        if (pairs is [.., Pair last])
        {
            // The first guess of H: as large as the last pair says the curvature is.
            double scale = last.Curvature / Vectors.Inner(last.Y, last.Y);
            foreach (ref double component in q.AsSpan())
            {
                component *= scale;
            }
        }
        for (int i = 0; i < pairs.Count; i++)
        {
            double beta = Vectors.Inner(pairs[i].Y, q) / pairs[i].Curvature;
            Vectors.Add(q, alpha[i] - beta, pairs[i].S);
        }
        return q;
    }

    /// <summary>The change of parameters and of gradient in one step.</summary>
    private sealed record Pair(double[] S, double[] Y)
    {
        internal double Curvature { get; } = Vectors.Inner(S, Y);
    }
}

/// <summary>The state of a minimization after a step.</summary>
/// <param name="Value">The function's value.</param>
/// <param name="Evaluations">How many times function and gradient were evaluated so far.</param>
internal sealed record DescentStep(double Value, int Evaluations);
