using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>What an optimizer made of a gradient.</summary>
/// <param name="Optimizer">The rule by which the update was computed.</param>
/// <param name="LearningRate">η of this step: the optimizer's times the schedule's factor.</param>
/// <param name="Number">Which step it was, from 1 on: the t of the formulas.</param>
/// <param name="Gradient">g as the optimizer saw it: parameters × 1.</param>
/// <param name="Before">θ before: parameters × 1.</param>
/// <param name="After">θ after: parameters × 1.</param>
/// <param name="MomentsBefore">What it had gathered before, each parameters × 1.</param>
/// <param name="MomentsAfter">The same after.</param>
public sealed record UpdateTrace(
    Optimizer Optimizer,
    double LearningRate,
    long Number,
    Matrix<double> Gradient,
    Matrix<double> Before,
    Matrix<double> After,
    IReadOnlyList<Matrix<double>> MomentsBefore,
    IReadOnlyList<Matrix<double>> MomentsAfter
)
{
    /// <summary>Which step it was, of which optimizer, at which rate, and of how many parameters.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"step {Number} of {Optimizer.Name} at the rate {LearningRate}: {After.Rows} parameters"
        );
}
