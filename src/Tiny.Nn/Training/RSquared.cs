using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Prepares R² of targets that are known beforehand.</summary>
internal static class RSquared
{
    /// <summary>Adds up Σ(t − t̄)², t̄ the mean of each output.</summary>
    /// <param name="targets">Outputs × samples.</param>
    /// <returns>Null where all samples have the same target: there is nothing to explain.</returns>
    internal static RSquared<T>? Create<T>(Matrix<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double spread = 0;
        bool varies = false;
        for (int output = 0; output < targets.Rows; output++)
        {
            double sum = 0;
            for (int sample = 0; sample < targets.Columns; sample++)
            {
                sum += double.CreateTruncating(targets[output, sample]);
            }
            double mean = sum / targets.Columns;
            for (int sample = 0; sample < targets.Columns; sample++)
            {
                // Asked of the numbers themselves: rounding in their mean makes a spread of its own.
                varies |= targets[output, sample] != targets[output, 0];
                double distance = double.CreateTruncating(targets[output, sample]) - mean;
                spread += distance * distance;
            }
        }
        return varies ? new RSquared<T>(spread) : null;
    }
}

/// <summary>
/// The coefficient of determination, R² = 1 − Σ(p − t)²/Σ(t − t̄)², summed over outputs and samples. A shift of the targets or
/// another unit changes nothing, so standardized ones tell it as well as those of the table.
/// </summary>
/// <param name="spread">Σ(t − t̄)² of all samples.</param>
internal sealed class RSquared<T>(double spread) : ValidationScore<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private double unexplained;

    internal override void Clear() => unexplained = 0;

    internal override void Add(Matrix<T> output, Matrix<T> target)
    {
        ReadOnlySpan<T> answers = output.Values;
        ReadOnlySpan<T> wanted = target.Values;
        for (int i = 0; i < wanted.Length; i++)
        {
            double error = double.CreateTruncating(answers[i]) - double.CreateTruncating(wanted[i]);
            unexplained += error * error;
        }
    }

    internal override EpochReport AddTo(EpochReport report) =>
        report with
        {
            ValidationRSquared = 1 - unexplained / spread,
        };
}
