using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>An activation of each number alone, and its derivative, at many places: computed by the code that trains, in double.</summary>
/// <param name="Z">The places, in order. Where there is a kink, both of its sides.</param>
/// <param name="Values">a = f(z) at each place.</param>
/// <param name="Slopes">f′(z) at each place: <see cref="Activation.Backward"/> of da = 1.</param>
internal sealed record FunctionCurve(
    IReadOnlyList<double> Z,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> Slopes
)
{
    /// <summary>Samples an activation.</summary>
    /// <param name="activation">One that works on each number alone: not softmax.</param>
    /// <param name="low">The first place.</param>
    /// <param name="high">The last place, above the first.</param>
    /// <param name="count">How many places at the least, 2 or more, at even distances.</param>
    /// <exception cref="ArgumentException">It is softmax, whose outputs depend on all inputs.</exception>
    public static FunctionCurve Sample(Activation activation, double low, double high, int count)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        if (activation is Softmax)
        {
            throw new ArgumentException(
                "Softmax has no curve of one number: sweep one of its inputs.",
                nameof(activation)
            );
        }
        double[] even = [.. Enumerable.Range(0, count).Select(i => low + (high - low) * i / (count - 1))];
        double[] sides = [.. activation.Kinks.Where(kink => kink > low && kink < high).SelectMany(Sides)];
        double[] z = [.. even.Except(activation.Kinks).Concat(sides).Order()];
        Matrix<double> inputs = new(1, z.Length, z);
        Matrix<double> values = new(1, z.Length);
        Matrix<double> slopes = new(1, z.Length);
        slopes.Values.Fill(1);
        activation.Forward(inputs, values);
        activation.Backward(inputs, values, slopes, slopes);
        return new FunctionCurve(z, values.Values.ToArray(), slopes.Values.ToArray());
    }

    private static double[] Sides(double kink) => [double.BitDecrement(kink), double.BitIncrement(kink)];
}
