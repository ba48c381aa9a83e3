using MathNet.Numerics.LinearAlgebra.Factorization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Products;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>
/// The plane through the mean of the inputs in which they vary most: x ≈ mean + u·v₁ + w·v₂, where v₁ and v₂ are the first two left
/// singular vectors of the centred inputs.
/// </summary>
/// <param name="Mean">The mean of each input.</param>
/// <param name="Directions">v₁ and v₂, of length 1: inputs × 2. The largest number of each is positive.</param>
/// <param name="VarianceShares">Which share of all variance lies along each direction.</param>
internal sealed record PrincipalPlane(
    IReadOnlyList<double> Mean,
    Matrix<double> Directions,
    IReadOnlyList<double> VarianceShares
)
{
    /// <summary>Finds the plane.</summary>
    /// <param name="inputs">Inputs × samples, at least two of each.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public static PrincipalPlane Fit(Matrix<double> inputs)
    {
        if (inputs.Rows < 2 || inputs.Columns < 2)
        {
            throw new ArgumentException("A plane needs two inputs and two samples.", nameof(inputs));
        }
        double[] mean = new double[inputs.Rows];
        Matrix<double> centred = new(inputs.Rows, inputs.Columns);
        for (int row = 0; row < inputs.Rows; row++)
        {
            for (int column = 0; column < inputs.Columns; column++)
            {
                mean[row] += inputs[row, column] / inputs.Columns;
            }
            for (int column = 0; column < inputs.Columns; column++)
            {
                centred[row, column] = inputs[row, column] - mean[row];
            }
        }

        // The eigenvectors of C·Cᵀ, which is as small as there are few inputs, are the singular vectors of C.
        Matrix<double> scatter = new(inputs.Rows, inputs.Rows);
        Product.Multiply(centred, centred.Transposed, scatter);
        Svd<double> svd = scatter.ToMathNet().Svd();
        Matrix<double> directions = new(inputs.Rows, 2);
        for (int k = 0; k < 2; k++)
        {
            double[] v = [.. svd.U.Column(k)];
            double sign = v.MaxBy(Math.Abs) < 0 ? -1 : 1;
            for (int row = 0; row < v.Length; row++)
            {
                directions[row, k] = sign * v[row];
            }
        }
        double total = svd.S.Sum();
        double[] shares = total > 0 ? [svd.S[0] / total, svd.S[1] / total] : [0, 0];
        return new PrincipalPlane(mean, directions, shares);
    }

    /// <summary>The coordinates of samples in the plane: v₁ᵀ(x − mean), v₂ᵀ(x − mean).</summary>
    /// <param name="inputs">Inputs × samples.</param>
    public (double X, double Y)[] Project(Matrix<double> inputs)
    {
        Sizes.Same(inputs.Rows, "rows of inputs", Mean.Count, "inputs of the plane");
        return [.. Enumerable.Range(0, inputs.Columns).Select(i => (Along(0, inputs, i), Along(1, inputs, i)))];
    }

    /// <summary>The inputs at some places of the plane: mean + u·v₁ + w·v₂.</summary>
    /// <param name="points">Coordinates.</param>
    /// <returns>Inputs × points.</returns>
    public Matrix<double> Place(ReadOnlySpan<(double X, double Y)> points)
    {
        Matrix<double> inputs = new(Mean.Count, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            for (int row = 0; row < Mean.Count; row++)
            {
                inputs[row, i] = Mean[row] + points[i].X * Directions[row, 0] + points[i].Y * Directions[row, 1];
            }
        }
        return inputs;
    }

    private double Along(int direction, Matrix<double> inputs, int sample) =>
        Enumerable.Range(0, Mean.Count).Sum(row => Directions[row, direction] * (inputs[row, sample] - Mean[row]));
}
