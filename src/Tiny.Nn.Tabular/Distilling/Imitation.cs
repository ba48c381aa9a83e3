using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>How far the answers of a small model are from those of the large one that it learned from, on held-out rows.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Agreement">Of classes the share of rows to which both give the same one; of numbers 1 − Σ(large − small)²/Σ(large − mean large)², NaN where the large one always says the same.</param>
/// <param name="Divergence">Of classes the mean of Σ p ln(p/q), in nats, where p is of the large and q of the small model; of numbers √(mean (large − small)²), in the unit of the target.</param>
public sealed record Imitation(int Rows, double Agreement, double Divergence)
{
    /// <summary>How many rows, agreement and divergence, in the invariant culture.</summary>
    public override string ToString() =>
        $"{Rows} rows: agreement {Rounded.Text(Agreement)}, divergence {Rounded.Text(Divergence)}";

    /// <param name="target">What both predict.</param>
    /// <param name="large">outputs × samples, one at least.</param>
    /// <param name="small">outputs × samples.</param>
    internal static Imitation Of(ModelTarget target, Matrix<double> large, Matrix<double> small) =>
        target is ClassTarget classes ? OfClasses(classes, large, small) : OfNumbers(large, small);

    private static Imitation OfClasses(ClassTarget target, Matrix<double> large, Matrix<double> small)
    {
        int same = 0;
        double divergence = 0;
        for (int sample = 0; sample < large.Columns; sample++)
        {
            ReadOnlySpan<double> p = large.Column(sample);
            ReadOnlySpan<double> q = small.Column(sample);
            same += target.Choose(p) == target.Choose(q) ? 1 : 0;
            for (int code = 0; code < p.Length; code++)
            {
                divergence += p[code] * (LogLoss.OfSample(q[code]) - LogLoss.OfSample(p[code]));
            }
        }
        return new(large.Columns, (double)same / large.Columns, divergence / large.Columns);
    }

    private static Imitation OfNumbers(Matrix<double> large, Matrix<double> small)
    {
        double mean = 0;
        foreach (double number in large.Values)
        {
            mean += number / large.Columns;
        }
        double apart = 0;
        double spread = 0;
        for (int sample = 0; sample < large.Columns; sample++)
        {
            apart += Math.Pow(large[0, sample] - small[0, sample], 2);
            spread += Math.Pow(large[0, sample] - mean, 2);
        }
        return new(large.Columns, spread > 0 ? 1 - apart / spread : double.NaN, Math.Sqrt(apart / large.Columns));
    }
}
