using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Models;

/// <summary>
/// Makes probabilities as sure as they are right: pₖ ← (1 − u)·pₖ^β/Σⱼpⱼ^β + u/K over the K classes of a sample.
/// </summary>
/// <remarks>
/// β is an inverse temperature: above 1 probabilities move to 0 and 1, below 1 to 1/K; the most probable class stays. u keeps a class that
/// training never met at such a place from having no probability at all.
/// Guo, Pleiss, Sun, Weinberger, "On Calibration of Modern Neural Networks", 2017.
/// </remarks>
/// <param name="InverseTemperature">β, positive.</param>
/// <param name="UniformShare">u, in [0, 1).</param>
public sealed record Calibration(double InverseTemperature = 1, double UniformShare = 0)
{
    /// <summary>Leaves probabilities as they are.</summary>
    public static Calibration None { get; } = new();

    /// <summary>β.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double InverseTemperature
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(InverseTemperature);

    /// <summary>u.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double UniformShare
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(UniformShare);

    /// <summary>Both numbers.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"inverse temperature {InverseTemperature:G4}, uniform share {UniformShare:G4}");

    /// <summary>Calibrates probabilities.</summary>
    /// <param name="probabilities">classes × samples; overwritten.</param>
    internal void Apply(Matrix<double> probabilities)
    {
        if (this == None)
        {
            return;
        }
        RelateToLargest(probabilities);
        Elementwise.Map(new Power(InverseTemperature), probabilities.Values, probabilities.Values);
        double rest = UniformShare / probabilities.Rows;
        for (int sample = 0; sample < probabilities.Columns; sample++)
        {
            Span<double> p = probabilities.Column(sample);
            double factor = (1 - UniformShare) / Sums.Sum<double>(p);
            for (int code = 0; code < p.Length; code++)
            {
                p[code] = factor * p[code] + rest;
            }
        }
    }

    /// <summary>The largest of each sample becomes 1: however large β is, it stays so, and the sum is not 0.</summary>
    private static void RelateToLargest(Matrix<double> probabilities)
    {
        for (int sample = 0; sample < probabilities.Columns; sample++)
        {
            Span<double> p = probabilities.Column(sample);
            double largest = 0;
            foreach (double one in p)
            {
                largest = Math.Max(largest, one);
            }
            foreach (ref double one in p)
            {
                one /= largest;
            }
        }
    }

    /// <summary>p^β = e^(β·ln p).</summary>
    private readonly struct Power(Scalar beta) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V p)
            where V : struct, ILanes<V> => Elementary.Exp(V.Constant(beta) * Elementary.Log(p));
    }
}
