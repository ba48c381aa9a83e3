using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>What batch normalization keeps from run to run, in training and in inference mode: γ and β, running mean and variance.</summary>
internal sealed class NormalizationNumbers<T>(int units, LayerNumbers<T> numbers)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal int Units => units;

    internal Matrix<T> Scale { get; } = numbers.Parameters.Part(0, units, 1);

    internal Matrix<T> Shift { get; } = numbers.Parameters.Part(units, units, 1);

    internal Matrix<T> Mean { get; } = numbers.State.Part(0, units, 1);

    internal Matrix<T> Variance { get; } = numbers.State.Part(units, units, 1);

    internal ParameterBlock[] Blocks { get; } =
    [new("scale", ParameterRole.Scale, 0, units, 1), new("shift", ParameterRole.Bias, units, units, 1)];

    internal ParameterBlock[] StateBlocks { get; } =
    [new("mean", ParameterRole.Statistic, 0, units, 1), new("variance", ParameterRole.Statistic, units, units, 1)];

    /// <summary>Whether a running variance is negative, or no number.</summary>
    internal bool HasNegativeVariance
    {
        get
        {
            foreach (T variance in Variance.Values)
            {
                if (!(variance >= T.Zero))
                {
                    return true;
                }
            }
            return false;
        }
    }

    internal UnitStatistics<T> Running(double epsilon) => new(Mean.Values, Variance.Values, epsilon, Scale.Values);
}
