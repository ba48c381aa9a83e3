using System.Numerics;
using Tiny.Nn.Names;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Computes parameter updates from gradients. A description of the rule and its settings: the moments that it accumulates from step to
/// step lie in an <see cref="OptimizerState{T}"/>.
/// </summary>
/// <param name="LearningRate">η, the factor of each step; positive.</param>
public abstract record Optimizer(double LearningRate)
{
    /// <summary>The library's optimizers with their usual settings, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<Optimizer> All { get; } =
    [new Sgd(), new Momentum(), new Nesterov(), new Adagrad(), new RmsProp(), new Adam(), new AdamW()];

    /// <summary>η, the factor of each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double LearningRate
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(LearningRate);

    /// <summary>The name that a command line and a model file use.</summary>
    public abstract string Name { get; }

    /// <summary>How many moments it accumulates per parameter: 0, 1 or 2.</summary>
    public abstract int Moments { get; }

    /// <summary>The optimizer of a name, with its usual settings.</summary>
    /// <exception cref="FormatException">There is no such optimizer.</exception>
    public static Optimizer Parse(string name) =>
        All.FirstOrDefault(optimizer => optimizer.Name == name)
        ?? throw UnknownName.Create("optimizer", name, All.Select(optimizer => optimizer.Name));

    /// <summary>The state before the first step: all moments 0.</summary>
    /// <param name="parameterCount">How many parameters the network has.</param>
    /// <typeparam name="T">float or double.</typeparam>
    public OptimizerState<T> CreateState<T>(int parameterCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Moments, parameterCount);

    /// <summary>Its name and learning rate, such as <c>adam 0.001</c>.</summary>
    public sealed override string ToString() => FormattableString.Invariant($"{Name} {LearningRate}");

    /// <summary>One update of the parameters: θ ← θ − (a step computed from g and the moments).</summary>
    /// <param name="parameters">θ, overwritten.</param>
    /// <param name="gradient">g, the mean loss's derivative by θ.</param>
    /// <param name="state">Moments and step count so far, brought up to date: <see cref="OptimizerState{T}.BeginStep"/> is called once.</param>
    /// <param name="learningRate">η of this step, after the schedule; not negative.</param>
    public abstract void Update<T>(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
