using System.Collections.Immutable;
using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>
/// A number as how far it has come through each of some bins: with edges b₀ &lt; b₁ &lt; … &lt; b_B
/// eₜ = clamp((x − bₜ₋₁)/(bₜ − bₜ₋₁), 0, 1), t = 1 … B
/// A dense layer makes any function of it that is a straight line in each bin: steps and thresholds, which a layer of the number itself learns
/// slowly.
/// </summary>
/// <remarks>
/// Gorishniy, Rubachev, Babenko, "On Embeddings for Numerical Features in Tabular Deep Learning", 2022; here held in [0, 1] at both ends, so that a
/// number far from all training rows is as the last one of them. Edges are quantiles of the training rows, equal ones counted once.
/// </remarks>
internal sealed class PiecewiseLinear : FeatureEncoding
{
    /// <summary>A bin is at least this part of all bins together: one that is nearly empty would make a step of noise.</summary>
    private const double Narrowest = 1e-9;

    /// <summary>A number with its bins.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="fill">What stands where the number is missing.</param>
    /// <param name="edges">Finite, in ascending order, no two the same; three at least.</param>
    /// <exception cref="ArgumentException">The edges are none, or the fill is not finite.</exception>
    public PiecewiseLinear(int source, NumberFeature feature, double fill, IReadOnlyList<double> edges)
        : base(source, feature)
    {
        if (!double.IsFinite(fill) || !AreEdges(edges))
        {
            throw new ArgumentException(
                "Bins have finite edges in ascending order, three at least, and a finite fill."
            );
        }
        Fill = fill;
        Edges = [.. edges];
    }

    /// <summary>What stands where the number is missing.</summary>
    public double Fill { get; }

    /// <summary>b, one more than there are bins.</summary>
    public ImmutableArray<double> Edges { get; }

    /// <inheritdoc/>
    public override int Outputs => Edges.Length - 1;

    /// <inheritdoc/>
    public override string Description =>
        string.Create(CultureInfo.InvariantCulture, $"{Outputs} bins from {Edges[0]:G6} to {Edges[^1]:G6}");

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames =>
        Edges.Skip(1).Select(edge => string.Create(CultureInfo.InvariantCulture, $"{Feature.Name} to {edge:G6}"));

    internal override bool IsAmount => false;

    /// <summary>Bins for the numbers of training rows; null where they have too few different values to make two.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="fill">What stands where the number is missing.</param>
    /// <param name="cells">The numbers, and NaN where one is missing.</param>
    /// <param name="bins">How many bins at most.</param>
    internal static PiecewiseLinear? Fit(int source, NumberFeature feature, double fill, double[] cells, int bins)
    {
        double[] sorted = [.. cells.Where(cell => !double.IsNaN(cell)).Order()];
        List<double> edges = [sorted[0]];
        double narrowest = Narrowest * (sorted[^1] - sorted[0]);
        for (int i = 1; i <= bins; i++)
        {
            double edge = Quantiles.Find(sorted, (double)i / bins);
            if (edge - edges[^1] > narrowest)
            {
                edges.Add(edge);
            }
        }
        return AreEdges(edges) ? new PiecewiseLinear(source, feature, fill, edges) : null;
    }

    /// <summary>Whether numbers are edges of two bins at least.</summary>
    internal static bool AreEdges(IReadOnlyList<double> edges) =>
        edges.Count >= 3
        && edges.All(double.IsFinite)
        && double.IsFinite(edges[^1] - edges[0])
        && edges.Zip(edges.Skip(1)).All(pair => pair.First < pair.Second);

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        ReadOnlySpan<double> b = Edges.AsSpan();
        for (int sample = 0; sample < result.Columns; sample++)
        {
            double cell = cells[sample * step];
            double x = double.IsNaN(cell) ? Fill : cell;
            Span<double> e = result.Column(sample).Slice(row, Outputs);
            for (int t = 1; t < b.Length; t++)
            {
                e[t - 1] = Math.Clamp((x - b[t - 1]) / (b[t] - b[t - 1]), 0, 1);
            }
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
