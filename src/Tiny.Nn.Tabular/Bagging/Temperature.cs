using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// The inverse temperature β that makes logits least surprised by the actual classes: the zero of L′, by bisection of ln β. It is always
/// positive, needs no step size, and ends at a bound where classes are separated perfectly.
/// </summary>
/// <remarks>Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", 2017.</remarks>
internal static class Temperature
{
    private const double Widest = 16;
    private const int Halvings = 30;

    /// <param name="logits">Logits of samples that the network has not learned from.</param>
    internal static double Fit(Logits logits)
    {
        double low = -Widest;
        double high = Widest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = logits.Slope(Exp(middle)) > 0 ? (low, middle) : (middle, high);
        }
        return Exp((low + high) / 2);
    }

    private static double Exp(double x) => Elementary.Scalar(x, Elementary.Exp);
}
