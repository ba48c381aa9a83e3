namespace Tiny.Nn.Optimizers;

/// <summary>A scalar function of many parameters, with its gradient.</summary>
/// <param name="parameters">θ.</param>
/// <param name="gradient">Receives ∂L/∂θ.</param>
/// <returns>L(θ).</returns>
public delegate double DifferentiableFunction(ReadOnlySpan<double> parameters, Span<double> gradient);
