namespace Tiny.Nn.Minimization;

/// <summary>What a minimization came to.</summary>
/// <param name="Value">f at the best point.</param>
/// <param name="LargestDerivative">max |∂f/∂xᵢ| there: 0 at a minimum.</param>
/// <param name="Iterations">How many steps were made.</param>
/// <param name="Evaluations">How often f and its derivative were evaluated.</param>
/// <param name="Ending">Why it ended.</param>
public sealed record Minimum(
    double Value,
    double LargestDerivative,
    int Iterations,
    int Evaluations,
    MinimizationEnding Ending
)
{
    /// <summary>The value, how many steps led to it, and what ended them; in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Value:G6}, largest derivative {LargestDerivative:G2}, after {Iterations} steps and {Evaluations} evaluations, ended by {Ending}"
        );
}

/// <summary>Why a minimization ended.</summary>
public enum MinimizationEnding
{
    /// <summary>No derivative is larger than the tolerance: it is a minimum as far as was asked for.</summary>
    GradientVanished,

    /// <summary>The function does not fall any further: the limit of what its numbers can tell, or a bend of a function that is not smooth.</summary>
    NoDecrease,

    /// <summary>The maximum number of iterations was reached.</summary>
    AllIterations,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
