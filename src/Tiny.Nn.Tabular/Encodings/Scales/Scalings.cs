using System.Collections.Immutable;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>The scalings by their kind.</summary>
internal static class Scalings
{
    private static readonly Row[] Rows =
    [
        new(ScalingKind.Standard, Standardization.Fit, (mean, scale, _) => new Standardization(mean, scale)),
        new(ScalingKind.MinMax, MinMaxScaling.Fit, (minimum, range, _) => new MinMaxScaling(minimum, range)),
        new(ScalingKind.Robust, RobustScaling.Fit, (median, spread, _) => new RobustScaling(median, spread)),
        new(ScalingKind.None, Unscaled.Fit, (center, spread, _) => Unscaled.Create(center, spread)),
        new(ScalingKind.Quantile, QuantileScaling.Fit, (median, spread, q) => new QuantileScaling(median, spread, q)),
    ];

    /// <exception cref="DataException">The numbers are not finite, or too large.</exception>
    internal static Scaling Fit(ScalingKind kind, Matrix<double> x) => Find(kind).Fit(x);

    /// <exception cref="ArgumentException">The statistics make no sense.</exception>
    internal static Scaling Create(
        ScalingKind kind,
        IReadOnlyList<double> center,
        IReadOnlyList<double> spread,
        IReadOnlyList<ImmutableArray<double>> landmarks
    ) => Find(kind).Create(center, spread, landmarks);

    private static Row Find(ScalingKind kind) => Rows.First(row => row.Kind == kind);

    private sealed record Row(
        ScalingKind Kind,
        Func<Matrix<double>, Scaling> Fit,
        Func<IReadOnlyList<double>, IReadOnlyList<double>, IReadOnlyList<ImmutableArray<double>>, Scaling> Create
    );
}
