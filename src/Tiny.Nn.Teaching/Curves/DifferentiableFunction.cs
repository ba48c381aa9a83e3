namespace Tiny.Nn.Teaching.Curves;

/// <summary>A scalar function of many parameters, with its gradient.</summary>
/// <param name="parameters">θ.</param>
/// <param name="gradient">Receives ∂L/∂θ.</param>
/// <returns>L(θ).</returns>
internal delegate double DifferentiableFunction(ReadOnlySpan<double> parameters, Span<double> gradient);
