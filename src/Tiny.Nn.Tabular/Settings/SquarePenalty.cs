namespace Tiny.Nn.Tabular.Settings;

/// <summary>λ₂, as a recipe has it.</summary>
/// <param name="Choice">Where it comes from.</param>
/// <param name="L2">What it is where it is given.</param>
internal readonly record struct SquarePenalty(PenaltyChoice Choice, double L2);
