namespace Tiny.Nn.Minimization;

/// <summary>
/// Looks along a direction d for a step t that fulfils the strong conditions of Wolfe, with φ(t) = f(x + t·d):
/// φ(t) ≤ φ(0) + c₁·t·φ′(0) (it has fallen enough) and |φ′(t)| ≤ c₂·|φ′(0)| (it is flat enough).
/// Steps grow until a minimum lies between two of them, then the interval shrinks around it.
/// Nocedal and Wright, "Numerical Optimization", 2006, algorithms 3.5 and 3.6.
/// Where φ(t) and φ(0) are the same within rounding, values tell nothing any more and slopes decide:
/// φ′(t) ≤ (1 − 2c₁)·|φ′(0)|, the first condition of a parabola. Hager and Zhang, "A new conjugate gradient method with guaranteed descent", 2005.
/// </summary>
internal sealed class WolfeSearch(ISmoothFunction function, CancellationToken cancellation)
{
    internal const double Fall = 1e-4;
    internal const double Flat = 0.9;

    /// <summary>How far values that ought to be the same differ, as a share of them.</summary>
    private const double Rounding = 1e-15;

    /// <summary>Shrinking by a tenth at least each time, an interval is then as narrow as numbers can be.</summary>
    private const int MostEvaluations = 60;

    private double[] start = [];
    private double[] direction = [];
    private Trial origin;

    /// <summary>Where the search stands: n numbers.</summary>
    internal double[] Point { get; } = new double[function.Count];

    /// <summary>The derivative there.</summary>
    internal double[] Gradient { get; } = new double[function.Count];

    /// <summary>The last trial; after a search that found something, the one it found.</summary>
    internal Trial Last { get; private set; }

    /// <summary>How often the function was evaluated, in all searches.</summary>
    internal int Evaluations { get; set; }

    /// <summary>Searches along a direction.</summary>
    /// <param name="x">Where it starts.</param>
    /// <param name="value">f there.</param>
    /// <param name="slope">⟨∇f, d⟩ there, below 0.</param>
    /// <param name="d">The direction.</param>
    /// <param name="first">The step that is tried first, above 0.</param>
    /// <returns>False where f does not fall along d as far as numbers can tell.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal bool Run(double[] x, double value, double slope, double[] d, double first)
    {
        (start, direction) = (x, d);
        origin = new Trial(0, value, slope);
        return Bracket(first) is { } found && (found.Step == Last.Step || Try(found.Step).Value <= value);
    }

    /// <summary>Steps that double, until one will do or a minimum lies between two of them.</summary>
    private Trial? Bracket(double step)
    {
        Trial before = origin;
        for (int i = 0; i < MostEvaluations; i++)
        {
            Trial trial = Try(step);
            if (Suits(trial))
            {
                return trial;
            }
            if (!HasFallen(trial) || trial.Value >= before.Value && i > 0)
            {
                return Narrow(before, trial);
            }
            if (trial.Slope >= 0)
            {
                return Narrow(trial, before);
            }
            before = trial;
            step *= 2;
        }
        return before;
    }

    /// <summary>Shrinks the interval between the lowest step that has fallen enough and another one, towards which it falls.</summary>
    /// <returns>A step that fulfils both conditions, or the lowest that fulfils the first; null where none does.</returns>
    private Trial? Narrow(Trial low, Trial high)
    {
        for (int i = 0; i < MostEvaluations; i++)
        {
            double step = double.IsFinite(high.Value) ? Trial.Between(low, high) : (low.Step + high.Step) / 2;
            if (step == low.Step || step == high.Step)
            {
                break;
            }
            Trial trial = Try(step);
            if (Suits(trial))
            {
                return trial;
            }
            if (!HasFallen(trial) || trial.Value >= low.Value)
            {
                high = trial;
                continue;
            }
            high = trial.Slope * (high.Step - low.Step) >= 0 ? low : high;
            low = trial;
        }
        return low.Step > 0 ? low : null;
    }

    private bool Suits(Trial trial) => HasFallen(trial) && Math.Abs(trial.Slope) <= Flat * Math.Abs(origin.Slope);

    private bool HasFallen(Trial trial) =>
        trial.Value <= origin.Value + Fall * trial.Step * origin.Slope
        || (
            Math.Abs(trial.Value - origin.Value) <= Rounding * Math.Abs(origin.Value)
            && trial.Slope <= (1 - 2 * Fall) * Math.Abs(origin.Slope)
        );

    private Trial Try(double step)
    {
        cancellation.ThrowIfCancellationRequested();
        start.CopyTo(Point, 0);
        Vectors.Add(Point, step, direction);
        double value = function.Evaluate(Point, Gradient);
        Evaluations++;
        double slope = Vectors.Inner(Gradient, direction);
        return Last = new Trial(
            step,
            double.IsFinite(value) && double.IsFinite(slope) ? value : double.PositiveInfinity,
            slope
        );
    }
}
