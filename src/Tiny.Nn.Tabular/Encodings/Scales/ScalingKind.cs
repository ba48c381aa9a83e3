namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>How features are brought to one scale.</summary>
public enum ScalingKind
{
    /// <summary>Mean 0 and standard deviation 1: <see cref="Standardization"/>.</summary>
    Standard,

    /// <summary>From 0 to 1: <see cref="MinMaxScaling"/>.</summary>
    MinMax,

    /// <summary>By median and quartiles, with a smooth clip: <see cref="RobustScaling"/>.</summary>
    Robust,

    /// <summary>As they are: <see cref="Unscaled"/>.</summary>
    None,

    /// <summary>To a normal distribution, by quantiles: <see cref="QuantileScaling"/>.</summary>
    Quantile,
}
