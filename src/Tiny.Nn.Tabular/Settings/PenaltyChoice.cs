namespace Tiny.Nn.Tabular.Settings;

/// <summary>Where the penalty of large weights comes from.</summary>
public enum PenaltyChoice
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>
    /// λ₂·n, with n training rows, is 1000, 100, 10, 1 or 0.1: the linear model is trained to its optimum under each, from strong to weak, and the validation rows
    /// choose. The path ends as soon as a weaker penalty does no better. Without validation rows λ₂·n is 1; and where
    /// a step has much work, more than 5·10⁸ for rows × (parameters + 10 × outputs): then there are 10¹⁰/work steps at most, and at least 5, of which the validation rows
    /// choose the best.
    /// </summary>
    Validation,
}
