using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// A network's logits z for samples of known classes, as what a temperature is fitted to. With d = z − max z over the classes of a sample and
/// its actual class y, probabilities at the inverse temperature β have the mean loss
/// L(β) = mean(ln Σ e^(β·d) − β·d_y), L′(β) = mean(Σ d·p − d_y), p = e^(β·d)/Σ e^(β·d).
/// L is convex: L′ grows with β.
/// </summary>
internal sealed class Logits
{
    private readonly Matrix<double> d;
    private readonly Matrix<double> exponentials;
    private readonly int[] actual;
    private readonly double[] weights;

    /// <param name="classes">How many classes there are.</param>
    /// <param name="actual">The class of each sample.</param>
    /// <param name="weights">How much each sample counts.</param>
    internal Logits(int classes, int[] actual, double[] weights)
    {
        d = new Matrix<double>(classes, actual.Length);
        exponentials = new Matrix<double>(classes, actual.Length);
        this.actual = actual;
        this.weights = weights;
    }

    /// <summary>How many samples there are.</summary>
    internal int Samples => actual.Length;

    /// <summary>Takes the logits of all samples.</summary>
    /// <param name="outputs">One per class and sample; or a single one per sample, that of the second of two classes against the first.</param>
    internal void Take<T>(Matrix<T> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int sample = 0; sample < Samples; sample++)
        {
            Span<double> z = d.Column(sample);
            if (outputs.Rows == 1)
            {
                (z[0], z[1]) = (0, double.CreateTruncating(outputs[0, sample]));
            }
            else
            {
                Precision.Widen<T>(outputs.Column(sample), z);
            }
            double largest = Largest(z);
            foreach (ref double value in z)
            {
                value -= largest;
            }
        }
    }

    /// <summary>The sum over the samples of their weight × −ln((1 − u)·p_y + u/K): probabilities at β, mixed with a share of the uniform one.</summary>
    /// <param name="beta">β.</param>
    /// <param name="uniform">u.</param>
    internal double Loss(double beta, double uniform)
    {
        Exponentiate(beta);
        double sum = 0;
        double rest = uniform / d.Rows;
        for (int sample = 0; sample < Samples; sample++)
        {
            ReadOnlySpan<double> e = exponentials.Column(sample);
            double p = e[actual[sample]] / Sum(e);
            sum -= weights[sample] * Log((1 - uniform) * p + rest);
        }
        return sum;
    }

    /// <summary>L′(β), times the sum of the weights.</summary>
    internal double Slope(double beta)
    {
        Exponentiate(beta);
        double sum = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            ReadOnlySpan<double> e = exponentials.Column(sample);
            ReadOnlySpan<double> z = d.Column(sample);
            double mean = 0;
            for (int code = 0; code < e.Length; code++)
            {
                mean += z[code] * e[code];
            }
            sum += weights[sample] * (mean / Sum(e) - z[actual[sample]]);
        }
        return sum;
    }

    /// <summary>The sum of all weights.</summary>
    internal double Weight => weights.Sum();

    private void Exponentiate(double beta) => Elementwise.Map(new Exponential(beta), d.Values, exponentials.Values);

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = values[0];
        foreach (double value in values)
        {
            largest = Math.Max(largest, value);
        }
        return largest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        return sum;
    }

    private static double Log(double x) => Elementary.Scalar(x, Elementary.Log);

    /// <summary>e^(β·d).</summary>
    private readonly struct Exponential(Scalar beta) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Exp(V.Constant(beta) * x);
    }
}
