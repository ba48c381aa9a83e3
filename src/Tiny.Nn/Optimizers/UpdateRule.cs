using Tiny.Nn.Schedules;

namespace Tiny.Nn.Optimizers;

/// <summary>
/// How a training step changes the parameters: the penalty's derivative is added to that of the loss, the sum is clipped, and the
/// optimizer makes an update of it, at the rate that the schedule says. A description without state; an optimizer alone is the rule
/// with a constant learning rate, without penalty and without clipping.
/// </summary>
public sealed record UpdateRule
{
    /// <summary>The rule of an optimizer: constant learning rate, no penalty, no clipping.</summary>
    /// <param name="optimizer">Computes the parameter updates from gradients.</param>
    public UpdateRule(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
    }

    /// <summary>Computes the parameter updates from gradients.</summary>
    public Optimizer Optimizer { get; init; }

    /// <summary>Multiplies the optimizer's learning rate as training goes on.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>The penalty on large weights, part of what training minimizes.</summary>
    public WeightPenalty Penalty { get; init; } = WeightPenalty.None;

    /// <summary>Multiplies the learning rate for each kind of parameters.</summary>
    public RateFactors RateFactors { get; init; } = RateFactors.Equal;

    /// <summary>Shrinks the parameters before each update; null for none. Clipping and penalty know nothing of it.</summary>
    public WeightDecay? Decay { get; init; }

    /// <summary>Limits the gradient before the optimizer sees it; null for no limit.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>The rule of an optimizer: constant learning rate, no penalty, no clipping.</summary>
    public static implicit operator UpdateRule(Optimizer optimizer) => new(optimizer);

    /// <summary>The optimizer and the schedule; penalty, clipping, factors and decay where there are any.</summary>
    public override string ToString()
    {
        string?[] parts =
        [
            $"{Optimizer}",
            $"{Schedule}",
            Penalty == WeightPenalty.None ? null : $"{Penalty}",
            Clipping?.ToString(),
            RateFactors == RateFactors.Equal ? null : $"{RateFactors}",
            Decay?.ToString(),
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
