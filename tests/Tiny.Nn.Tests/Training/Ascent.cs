using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Training;

/// <summary>Steps up the slope instead of down: every epoch is worse than the one before.</summary>
internal sealed record Ascent(double LearningRate) : Optimizer(LearningRate)
{
    public override string Name => "ascent";

    public override int Moments => 0;

    public override void Update<T>(
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        OptimizerState<T> state,
        double learningRate
    ) => new Sgd().Update(parameters, gradient, state, -learningRate);
}
