using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// y = (x − m)·(1/s), feature by feature: mean 0 and standard deviation 1 on the rows that it was fitted on.
/// A constant feature has s = 0 and becomes 0.
/// </summary>
/// <remarks>
/// m = Σxᵢ/n and s² = Σ(xᵢ − m)²/n (the population's, not the sample's), in double and in the order of the samples.
/// Numbers of any type go through double and are rounded once.
/// </remarks>
public sealed class Standardization : Scaling
{
    private readonly ColumnTile scales;

    /// <summary>A standardization as it was fitted once.</summary>
    /// <param name="mean">m of each feature.</param>
    /// <param name="scale">s of each feature; 0 where it is constant.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, or a scale negative.</exception>
    public Standardization(IReadOnlyList<double> mean, IReadOnlyList<double> scale)
        : base(mean, scale)
    {
        scales = new ColumnTile(Spread);
    }

    /// <inheritdoc/>
    public override ScalingKind Kind => ScalingKind.Standard;

    /// <summary>m of each feature.</summary>
    public IReadOnlyList<double> Mean => Center;

    /// <summary>s of each feature; 0 where it is constant.</summary>
    public IReadOnlyList<double> Scale => Spread;

    /// <summary>Learns mean and scale from training samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite, or so large that their squares are not.</exception>
    public static Standardization Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Fitting.RequireSamples(x.Columns);
        double[] mean = new double[x.Rows];
        double[] scale = new double[x.Rows];
        for (int feature = 0; feature < x.Rows; feature++)
        {
            (mean[feature], scale[feature]) = MeanAndDeviation.OfPopulation(Fitting.Row(x, feature));
        }
        Fitting.RequireFinite(mean, scale);
        return new Standardization(mean, scale);
    }

    /// <inheritdoc/>
    public override void Apply<T>(Matrix<T> x, Matrix<T> result)
    {
        Check(x, result);
        ColumnMap.Apply(default(Affine), x, Centers, Factors, result);
    }

    /// <summary>The way back: x = y·s + m. A constant feature comes back as its constant.</summary>
    /// <param name="y">features × samples.</param>
    /// <param name="result">features × samples; overwritten. It may be <paramref name="y"/>.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public void Invert<T>(Matrix<T> y, Matrix<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Check(y, result);
        ColumnMap.Apply(default(AffineBack), y, Centers, scales, result);
    }
}
