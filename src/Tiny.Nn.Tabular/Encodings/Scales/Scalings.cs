using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>The scalings by their kind.</summary>
internal static class Scalings
{
    /// <exception cref="DataException">The numbers are not finite, or too large.</exception>
    internal static Scaling Fit(ScalingKind kind, Matrix<double> x) =>
        kind switch
        {
            ScalingKind.Standard => Standardization.Fit(x),
            ScalingKind.MinMax => MinMaxScaling.Fit(x),
            ScalingKind.Robust => RobustScaling.Fit(x),
            _ => Unscaled.Fit(x),
        };

    /// <exception cref="ArgumentException">The statistics make no sense.</exception>
    internal static Scaling Create(ScalingKind kind, IReadOnlyList<double> center, IReadOnlyList<double> spread) =>
        kind switch
        {
            ScalingKind.Standard => new Standardization(center, spread),
            ScalingKind.MinMax => new MinMaxScaling(center, spread),
            ScalingKind.Robust => new RobustScaling(center, spread),
            _ when center.Any(m => m != 0) || spread.Any(s => s is not (0 or 1)) => throw new ArgumentException(
                "Where nothing is scaled there is no center, and a spread of 1 or 0."
            ),
            _ => new Unscaled([.. spread.Select(s => s == 1)]),
        };
}
