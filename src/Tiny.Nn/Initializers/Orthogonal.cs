using Tiny.Nn.Numerics;

namespace Tiny.Nn.Initializers;

/// <summary>
/// Orthonormal columns (rows, where there are fewer of them): normal draws, put at right angles one after the other.
/// Saxe, McClelland, Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014.
/// </summary>
internal sealed record Orthogonal : Initializer
{
    public override string Name => "orthogonal";

    public override void Fill<T>(Matrix<T> weights, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        bool tall = weights.Rows >= weights.Columns;
        int count = Math.Min(weights.Rows, weights.Columns);
        int length = Math.Max(weights.Rows, weights.Columns);
        double[][] basis = new double[count][];
        for (int k = 0; k < count; k++)
        {
            basis[k] = NextDirection(basis.AsSpan(0, k), length, generator);
        }
        for (int column = 0; column < weights.Columns; column++)
        {
            for (int row = 0; row < weights.Rows; row++)
            {
                weights[row, column] = T.CreateTruncating(tall ? basis[column][row] : basis[row][column]);
            }
        }
    }

    private static double[] NextDirection(ReadOnlySpan<double[]> basis, int length, Generator generator)
    {
        double[] direction = new double[length];
        foreach (ref double x in direction.AsSpan())
        {
            x = generator.NextNormal();
        }

        // Twice is enough: what the first pass leaves by rounding the second one takes away (Giraud et al., 2005).
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] earlier in basis)
            {
                double inner = Inner(direction, earlier);
                for (int i = 0; i < length; i++)
                {
                    direction[i] -= inner * earlier[i];
                }
            }
            double norm = Math.Sqrt(Inner(direction, direction));
            for (int i = 0; i < length; i++)
            {
                direction[i] /= norm;
            }
        }
        return direction;
    }

    private static double Inner(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
