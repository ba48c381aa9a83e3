using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// y = c/√(1 + (c/3)²) with c = (x − m)·(1/s), m the median and s the distance of the quartiles: outliers come no further than ±3.
/// Where the quartiles coincide s is half the distance of the smallest and the largest number; a constant feature has s = 0 and becomes 0.
/// </summary>
/// <remarks>
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", NeurIPS 2024.
/// Quantiles are interpolated linearly (type 7 of Hyndman and Fan).
/// </remarks>
internal sealed class RobustScaling : Scaling
{
    /// <summary>A scaling as it was fitted once.</summary>
    /// <param name="median">m of each feature.</param>
    /// <param name="spread">s of each feature; 0 where it is constant.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, or a spread negative.</exception>
    public RobustScaling(IReadOnlyList<double> median, IReadOnlyList<double> spread)
        : base(median, spread) { }

    /// <inheritdoc/>
    public override ScalingKind Kind => ScalingKind.Robust;

    /// <summary>Learns median and spread from training samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite, or too far apart.</exception>
    public static RobustScaling Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Fitting.RequireSamples(x.Columns);
        double[] median = new double[x.Rows];
        double[] spread = new double[x.Rows];
        for (int feature = 0; feature < x.Rows; feature++)
        {
            double[] sorted = Fitting.Sorted(x, feature);
            median[feature] = Quantiles.Find(sorted, 0.5);
            double quartiles = Quantiles.Find(sorted, 0.75) - Quantiles.Find(sorted, 0.25);
            spread[feature] = quartiles == 0 ? (sorted[^1] - sorted[0]) / 2 : quartiles;
        }
        Fitting.RequireFinite(median, spread);
        return new RobustScaling(median, spread);
    }

    /// <inheritdoc/>
    public override void Apply<T>(Matrix<T> x, Matrix<T> result)
    {
        Check(x, result);
        ColumnMap.Apply(default(ClippedAffine), x, Centers, Factors, result);
    }
}
