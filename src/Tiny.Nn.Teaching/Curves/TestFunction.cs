namespace Tiny.Nn.Teaching.Curves;

/// <summary>A function of two numbers whose minimum is known: a course for optimizers.</summary>
/// <param name="Name">What a command line calls it.</param>
/// <param name="Formula">f(x, y).</param>
/// <param name="Function">The same with its derivative.</param>
/// <param name="Start">Where a race starts.</param>
/// <param name="Minimum">Where it is smallest, the one nearest to the start; it is 0 there.</param>
internal sealed record TestFunction(
    string Name,
    string Formula,
    DifferentiableFunction Function,
    (double X, double Y) Start,
    (double X, double Y) Minimum
)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestFunction> All { get; } =
    [
        new("rosenbrock", "(1 − x)² + 100(y − x²)²", Rosenbrock, (-1.2, 1), (1, 1)),
        new("bowl", "½(x² + 25y²)", Bowl, (-4, 1.5), (0, 0)),
        new("himmelblau", "(x² + y − 11)² + (x + y² − 7)²", Himmelblau, (0, 0), (3, 2)),
    ];

    /// <summary>A bent valley: steep walls, a flat floor.</summary>
    private static double Rosenbrock(ReadOnlySpan<double> p, Span<double> gradient)
    {
        (double x, double y) = (p[0], p[1]);
        (double a, double b) = (1 - x, y - x * x);
        gradient[0] = -2 * a - 400 * x * b;
        gradient[1] = 200 * b;
        return a * a + 100 * b * b;
    }

    /// <summary>25 times as steep in one direction as in the other.</summary>
    private static double Bowl(ReadOnlySpan<double> p, Span<double> gradient)
    {
        (double x, double y) = (p[0], p[1]);
        gradient[0] = x;
        gradient[1] = 25 * y;
        return 0.5 * (x * x + 25 * y * y);
    }

    /// <summary>Four minima, all 0.</summary>
    private static double Himmelblau(ReadOnlySpan<double> p, Span<double> gradient)
    {
        (double x, double y) = (p[0], p[1]);
        (double a, double b) = (x * x + y - 11, x + y * y - 7);
        gradient[0] = 4 * x * a + 2 * b;
        gradient[1] = 2 * a + 4 * y * b;
        return a * a + b * b;
    }
}
