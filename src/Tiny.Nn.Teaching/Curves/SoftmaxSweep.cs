using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>Softmax while its first input x₀ moves and the others stand still.</summary>
/// <param name="First">x₀ of each sample.</param>
/// <param name="Probabilities">p = softmax(x₀, others…): outputs × samples.</param>
/// <param name="Slopes">∂pᵢ/∂x₀ = pᵢ(δᵢ₀ − p₀), by <see cref="Activation.Backward"/>: outputs × samples. Each column sums to 0.</param>
internal sealed record SoftmaxSweep(IReadOnlyList<double> First, Matrix<double> Probabilities, Matrix<double> Slopes)
{
    /// <summary>Sweeps x₀.</summary>
    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends, above its beginning.</param>
    /// <param name="count">How many places, 2 or more, at even distances.</param>
    /// <param name="others">x₁, x₂, …: at least one.</param>
    public static SoftmaxSweep Run(double low, double high, int count, params ReadOnlySpan<double> others)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        ArgumentOutOfRangeException.ThrowIfZero(others.Length);
        Matrix<double> x = new(others.Length + 1, count);
        Matrix<double> p = new(x.Rows, count);
        Matrix<double> slopes = new(x.Rows, count);
        for (int i = 0; i < count; i++)
        {
            x[0, i] = low + (high - low) * i / (count - 1);
            others.CopyTo(x.Column(i)[1..]);
        }
        Activation.Softmax.Forward(x, p);
        Matrix<double> da = new(x.Rows, count);
        Matrix<double> dx = new(x.Rows, count);
        for (int output = 0; output < x.Rows; output++)
        {
            // The derivative of one output by all inputs: that by x₀ is wanted.
            da.Values.Clear();
            for (int i = 0; i < count; i++)
            {
                da[output, i] = 1;
            }
            Activation.Softmax.Backward(x, p, da, dx);
            for (int i = 0; i < count; i++)
            {
                slopes[output, i] = dx[0, i];
            }
        }
        double[] first = [.. Enumerable.Range(0, count).Select(i => x[0, i])];
        return new SoftmaxSweep(first, p, slopes);
    }
}
