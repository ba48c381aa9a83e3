namespace Tiny.Nn.Optimizers;

/// <summary>
/// How a training step changes the parameters: the penalty's derivative is added to that of the loss, the sum is clipped, and the
/// optimizer makes an update of it. A description without state; an optimizer alone is the rule without penalty and clipping.
/// </summary>
public sealed record UpdateRule
{
    /// <summary>The rule of an optimizer, without penalty and without clipping.</summary>
    /// <param name="optimizer">Computes the parameter updates from gradients.</param>
    public UpdateRule(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
    }

    /// <summary>Computes the parameter updates from gradients.</summary>
    public Optimizer Optimizer { get; init; }

    /// <summary>The penalty on large weights, part of what training minimizes.</summary>
    public WeightPenalty Penalty { get; init; } = WeightPenalty.None;

    /// <summary>Limits the gradient before the optimizer sees it; null for no limit.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>The rule of an optimizer, without penalty and without clipping.</summary>
    public static implicit operator UpdateRule(Optimizer optimizer) => new(optimizer);
}
