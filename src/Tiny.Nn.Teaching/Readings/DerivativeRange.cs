using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>How steep an activation is, and whether it is flat on both sides: found by looking, so it serves formulas of your own too.</summary>
/// <param name="Steepest">The largest |f′(z)| between −20 and 20.</param>
/// <param name="IsFlatBelow">True where f is nearly flat far below 0.</param>
/// <param name="IsFlatAbove">True where f is nearly flat far above 0.</param>
internal sealed record DerivativeRange(double Steepest, bool IsFlatBelow, bool IsFlatAbove)
{
    /// <summary>Below this share of the steepest slope, f counts as flat.</summary>
    internal const double Flat = 0.1;

    /// <summary>Below this share of the steepest slope, hardly anything comes through.</summary>
    internal const double Shut = 0.001;

    private const int Reach = 20;
    private const int PerUnit = 8;

    /// <summary>True for an activation that saturates, as sigmoid and tanh do.</summary>
    internal bool Saturates => IsFlatBelow && IsFlatAbove;

    /// <summary>Looks at an activation; null for softmax, whose outputs have no slope of their own.</summary>
    internal static DerivativeRange? Of(Activation activation)
    {
        if (activation is Softmax)
        {
            return null;
        }
        Matrix<double> z = new(1, 2 * Reach * PerUnit + 1);
        for (int i = 0; i < z.Columns; i++)
        {
            z[0, i] = (double)i / PerUnit - Reach;
        }
        Matrix<double> slopes = new(1, z.Columns);
        Matrix<double> a = new(1, z.Columns);
        activation.Forward(z, a);
        Slopes(activation, z, a, slopes);
        double steepest = slopes.Values.ToArray().Max(Math.Abs);
        return new DerivativeRange(
            steepest,
            Math.Abs(slopes[0, 0]) < Flat * steepest,
            Math.Abs(slopes[0, z.Columns - 1]) < Flat * steepest
        );
    }

    /// <summary>f′(z): what a derivative of 1 becomes on its way back.</summary>
    /// <param name="activation">f.</param>
    /// <param name="z">What went in: units × samples.</param>
    /// <param name="a">What came out: units × samples.</param>
    /// <param name="slopes">Receives f′(z), units × samples.</param>
    internal static void Slopes<T>(Activation activation, Matrix<T> z, Matrix<T> a, Matrix<T> slopes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        slopes.Values.Fill(T.One);
        activation.Backward(z, a, slopes, slopes);
    }
}
