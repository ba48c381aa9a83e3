using Tiny.Nn.Minimization;

namespace Guide;

internal static class RosenbrocksValley
{
    internal static void Run()
    {
        // Rosenbrock's valley, from where it is usually entered.
        double[] x = [-1.2, 1];
        Minimum found = new Lbfgs { Tolerance = 1e-9 }.Minimize(new Valley(), x);
        Console.WriteLine($"{found.Ending} at {x[0]:F6}, {x[1]:F6}");
    }

    private sealed class Valley : ISmoothFunction
    {
        public int Count => 2;

        public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
        {
            double across = x[1] - x[0] * x[0];
            double along = 1 - x[0];
            gradient[0] = -400 * x[0] * across - 2 * along;
            gradient[1] = 200 * across;
            return 100 * across * across + along * along;
        }
    }
}
