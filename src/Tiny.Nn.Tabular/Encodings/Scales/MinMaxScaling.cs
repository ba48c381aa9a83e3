using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// y = (x − m)·(1/s) with m the smallest and m + s the largest number of the rows that it was fitted on: there y lies in [0, 1].
/// Numbers beyond those of the training rows leave this interval.
/// </summary>
internal sealed class MinMaxScaling : Scaling
{
    /// <summary>A scaling as it was fitted once.</summary>
    /// <param name="minimum">The smallest number of each feature.</param>
    /// <param name="range">How far the largest lies above it; 0 where the feature is constant.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite, or a range negative.</exception>
    public MinMaxScaling(IReadOnlyList<double> minimum, IReadOnlyList<double> range)
        : base(minimum, range) { }

    /// <inheritdoc/>
    public override ScalingKind Kind => ScalingKind.MinMax;

    /// <summary>Learns minimum and range from training samples.</summary>
    /// <param name="x">features × samples.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="DataException">A feature's numbers are not finite, or too far apart.</exception>
    public static MinMaxScaling Fit<T>(Matrix<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Fitting.RequireSamples(x.Columns);
        double[] minimum = new double[x.Rows];
        double[] range = new double[x.Rows];
        for (int feature = 0; feature < x.Rows; feature++)
        {
            double[] sorted = Fitting.Sorted(x, feature);
            minimum[feature] = sorted[0];
            range[feature] = sorted[^1] - sorted[0];
        }
        Fitting.RequireFinite(minimum, range);
        return new MinMaxScaling(minimum, range);
    }

    /// <inheritdoc/>
    public override void Apply<T>(Matrix<T> x, Matrix<T> result)
    {
        Check(x, result);
        ColumnMap.Apply(default(Affine), x, Centers, Factors, result);
    }
}
