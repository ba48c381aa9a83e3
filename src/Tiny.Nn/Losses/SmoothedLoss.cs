using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Losses;

/// <summary>
/// A loss of classes whose targets are smoothed, y = (1 − ε·f)t + ε·f/K, with a factor f that may change as training goes on. In a step a trainer sets f; wherever
/// else the loss is asked for, on validation samples too, f is 1, so that the epochs can be compared.
/// </summary>
public abstract record SmoothedLoss : Loss
{
    private protected SmoothedLoss(double labelSmoothing)
    {
        LabelSmoothing = labelSmoothing;
    }

    /// <summary>ε: the share of a target that is spread over the classes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double LabelSmoothing
    {
        get;
        init => field = Within.Share(value);
    }

    /// <summary>f: multiplies ε as training goes on.</summary>
    public LearningRateSchedule SmoothingSchedule { get; init; } = LearningRateSchedule.Constant;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public sealed override T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    ) => Evaluate(LabelSmoothing, prediction, target, weights, dPrediction);

    /// <summary>The same with another ε.</summary>
    /// <param name="epsilon">ε·f of a step.</param>
    /// <param name="prediction">Outputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <param name="weights">One weight per sample, not negative; empty where all samples weigh the same.</param>
    /// <param name="dPrediction">Receives the derivative; pass an empty matrix to skip it.</param>
    internal abstract T Evaluate<T>(
        double epsilon,
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
