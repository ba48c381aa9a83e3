using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>Optimizers on the same function from the same start.</summary>
/// <param name="Name">The optimizer.</param>
/// <param name="LearningRate">Its learning rate; null where it searches for its own steps.</param>
/// <param name="Path">The start and every step.</param>
/// <param name="Places">Where it stood, where there are two parameters; else empty.</param>
internal sealed record OptimizerComparison(
    string Name,
    double? LearningRate,
    IReadOnlyList<DescentStep> Path,
    IReadOnlyList<(double X, double Y)> Places
)
{
    /// <summary>The name of L-BFGS among the optimizers.</summary>
    public const string LbfgsName = "lbfgs";

    /// <summary>The function at the end; not finite where it was left.</summary>
    public double Final => Path[^1].Value;

    /// <summary>Runs one optimizer with one learning rate, until it has made its steps or leaves the range of numbers.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="function">What is to be made small.</param>
    /// <param name="start">θ at the start; it is not changed.</param>
    /// <param name="steps">How many steps.</param>
    public static OptimizerComparison Run(
        Optimizer optimizer,
        DifferentiableFunction function,
        ReadOnlySpan<double> start,
        int steps
    )
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(function);
        double[] parameters = start.ToArray();
        double[] gradient = new double[parameters.Length];
        OptimizerState<double> state = optimizer.CreateState<double>(parameters.Length);
        List<DescentStep> path = [];
        List<(double, double)> places = [];
        for (int step = 0; step <= steps; step++)
        {
            path.Add(new DescentStep(function(parameters, gradient), step + 1));
            AddPlace(places, parameters);
            if (!double.IsFinite(path[^1].Value) || !gradient.All(double.IsFinite))
            {
                break;
            }
            optimizer.Update<double>(parameters, gradient, state, optimizer.LearningRate);
        }
        return new OptimizerComparison(optimizer.Name, optimizer.LearningRate, path, places);
    }

    /// <summary>Runs one optimizer with several learning rates.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="rates">The rates, at least one.</param>
    /// <param name="function">What is to be made small.</param>
    /// <param name="start">θ at the start.</param>
    /// <param name="steps">How many steps.</param>
    /// <returns>The run that ends lowest.</returns>
    public static OptimizerComparison Best(
        Optimizer optimizer,
        IEnumerable<double> rates,
        DifferentiableFunction function,
        double[] start,
        int steps
    )
    {
        ArgumentNullException.ThrowIfNull(rates);
        return rates
            .Select(rate => Run(optimizer with { LearningRate = rate }, function, start, steps))
            .MinBy(race => double.IsFinite(race.Final) ? race.Final : double.PositiveInfinity)!;
    }

    /// <summary>Runs L-BFGS.</summary>
    /// <param name="function">What is to be made small.</param>
    /// <param name="start">θ at the start; it is not changed.</param>
    /// <param name="steps">How many steps at most.</param>
    public static OptimizerComparison RunLbfgs(DifferentiableFunction function, ReadOnlySpan<double> start, int steps)
    {
        List<(double, double)> places = [];
        double[] parameters = start.ToArray();
        AddPlace(places, parameters);
        IReadOnlyList<DescentStep> path = new Lbfgs().Minimize(
            function,
            parameters,
            steps,
            reached => AddPlace(places, reached)
        );
        return new OptimizerComparison(LbfgsName, null, path, places);
    }

    private static void AddPlace(List<(double, double)> places, ReadOnlySpan<double> parameters)
    {
        if (parameters.Length == 2)
        {
            places.Add((parameters[0], parameters[1]));
        }
    }
}
