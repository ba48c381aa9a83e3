using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// Stochastic gradient descent: a step against the gradient.
/// θ ← θ − ηg
/// </summary>
/// <inheritdoc/>
public sealed record Sgd(double LearningRate = 0.1) : Optimizer(LearningRate)
{
    /// <inheritdoc/>
    public override string Name => "sgd";

    /// <inheritdoc/>
    public override int Moments => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Update<T>(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    )
    {
        ArgumentNullException.ThrowIfNull(state);
        state.BeginStep();
        InPlace.Update(new Rule(learningRate), parameters, gradient);
    }

    private readonly struct Rule(Scalar eta) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V theta, V g)
            where V : struct, ILanes<V> => theta - V.Constant(eta) * g;
    }
}
