namespace Tiny.Nn.Teaching.Curves;

/// <summary>
/// L-BFGS: steps by what the last few gradients tell of the curvature, along d = −H·g.
/// sₖ = θₖ₊₁ − θₖ, yₖ = gₖ₊₁ − gₖ, ρₖ = 1/⟨yₖ, sₖ⟩; H is never built: two loops over the pairs make H·g.
/// Nocedal, "Updating quasi-Newton matrices with limited storage", 1980; the two loops are algorithm 7.4 of Nocedal and Wright,
/// "Numerical Optimization", 2006.
/// </summary>
/// <remarks>
/// It wants the same function at every step: all samples, not a batch. How far it goes along d is searched by
/// <see cref="WolfeSearch"/>, at the cost of more evaluations per step.
/// </remarks>
internal sealed record Lbfgs
{
    private readonly int memory = 10;

    /// <summary>How many pairs it remembers, at least one.</summary>
    public int Memory
    {
        get => memory;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            memory = value;
        }
    }

    /// <summary>The length of the gradient at which it is done.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Walks downhill.</summary>
    /// <param name="function">What is to be made small.</param>
    /// <param name="parameters">Where it starts; overwritten by where it ends.</param>
    /// <param name="steps">How many steps at most.</param>
    /// <param name="reached">Is told of the parameters after each step; null for nobody.</param>
    /// <returns>The start and each step. Fewer steps than asked for where the gradient vanishes or no step leads down.</returns>
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

    /// <summary>What one step told of the curvature.</summary>
    private sealed record Pair(double[] S, double[] Y)
    {
        internal double Curvature { get; } = Vectors.Inner(S, Y);
    }
}

/// <summary>Where a descent stands after a step.</summary>
/// <param name="Value">The function.</param>
/// <param name="Evaluations">How often function and gradient were computed so far.</param>
internal sealed record DescentStep(double Value, int Evaluations);
