using System.Numerics;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// How a step is made of a gradient. A description: the numbers that it gathers from step to step lie in an <see cref="OptimizerState{T}"/>.
/// </summary>
/// <param name="LearningRate">η, the factor of each step; positive.</param>
public abstract record Optimizer(double LearningRate)
{
    /// <summary>The name that a command line and a model file use.</summary>
    public abstract string Name { get; }

    /// <summary>How many numbers it gathers per parameter: 0, 1 or 2.</summary>
    public abstract int Moments { get; }

    /// <summary>One update: θ ← θ − (a step made of g and the moments).</summary>
    /// <param name="parameters">θ, overwritten.</param>
    /// <param name="gradient">g, the mean loss's derivative by θ.</param>
    /// <param name="state">Moments and step count so far, brought up to date.</param>
    /// <param name="learningRate">η of this step: the description's own, or what a schedule makes of it.</param>
    public abstract void Update<T>(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
