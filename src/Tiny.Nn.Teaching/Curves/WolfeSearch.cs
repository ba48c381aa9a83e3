namespace Tiny.Nn.Teaching.Curves;

/// <summary>
/// Line search along a direction d: until the function has decreased sufficiently, f(t) ≤ f(0) + c₁·t·f′(0), and its slope has flattened
/// enough, f′(t) ≥ c₂·f′(0) (the weak conditions of Wolfe). Too far: half way back. Not far enough: on.
/// Lewis and Overton, "Nonsmooth optimization via quasi-Newton methods", 2013, algorithm 2.6.
/// </summary>
internal sealed class WolfeSearch(DifferentiableFunction function, int count)
{
    private const double Fall = 1e-4;
    private const double Flat = 0.9;
    private const int MostEvaluations = 60;

    /// <summary>Where the search ended.</summary>
    internal double[] Parameters { get; } = new double[count];

    /// <summary>The derivative there.</summary>
    internal double[] Gradient { get; } = new double[count];

    /// <summary>The function there.</summary>
    internal double Value { get; private set; }

    /// <summary>How many evaluations the search took.</summary>
    internal int Evaluations { get; private set; }

    /// <param name="start">Where d starts.</param>
    /// <param name="value">The function there.</param>
    /// <param name="gradient">Its derivative there.</param>
    /// <param name="direction">d.</param>
    /// <param name="first">The t that is tried first.</param>
    /// <returns>False where d does not lead down, as far as numbers can tell.</returns>
    internal bool Run(
        ReadOnlySpan<double> start,
        double value,
        ReadOnlySpan<double> gradient,
        ReadOnlySpan<double> direction,
        double first
    )
    {
        double slope = Vectors.Inner(gradient, direction);
        (double low, double high, double t) = (0, double.PositiveInfinity, first);
        for (Evaluations = 0; slope < 0 && Evaluations < MostEvaluations; )
        {
            start.CopyTo(Parameters);
            Vectors.Add(Parameters, t, direction);
            Value = function(Parameters, Gradient);
            Evaluations++;
            if (!(Value <= value + Fall * t * slope))
            {
                high = t;
            }
            else if (Vectors.Inner(Gradient, direction) < Flat * slope)
            {
                low = t;
            }
            else
            {
                return true;
            }
            t = double.IsFinite(high) ? (low + high) / 2 : 2 * low;
        }
        return false;
    }
}
