namespace Tiny.Nn.Teaching.Gradients;

/// <summary>What a gradient check found.</summary>
/// <param name="Comparisons">One per parameter, in the order in which they lie in the network.</param>
public sealed record GradientReport(IReadOnlyList<GradientComparison> Comparisons)
{
    /// <summary>How many parameters were left out because a kink lies inside ±h.</summary>
    public int Kinks => Comparisons.Count(comparison => comparison.AtKink);

    /// <summary>The parameter whose two derivatives differ most; null where every one lies at a kink.</summary>
    public GradientComparison? Worst =>
        Comparisons.Where(comparison => !comparison.AtKink).MaxBy(comparison => comparison.RelativeError);

    /// <summary>The largest relative error, kinks left out.</summary>
    public double LargestRelativeError => Worst?.RelativeError ?? 0;

    /// <summary>How many derivatives were compared, and the worst of them.</summary>
    public override string ToString()
    {
        string left = Kinks == 0 ? "" : $", {Kinks} left out at kinks";
        return $"{Comparisons.Count} derivatives{left}; the worst is {Worst?.ToString() ?? "none"}";
    }
}

/// <summary>The derivative of the objective by one parameter, found in two ways.</summary>
/// <param name="Block">The block it belongs to, such as <c>0.weight</c>.</param>
/// <param name="Row">Its row there.</param>
/// <param name="Column">Its column there.</param>
/// <param name="Analytic">By back-propagation.</param>
/// <param name="Numeric">By a central difference.</param>
/// <param name="AtKink">True where a kink lies inside ±h, so that the difference says nothing.</param>
/// <param name="Scale">The largest derivative of all parameters.</param>
public sealed record GradientComparison(
    string Block,
    int Row,
    int Column,
    double Analytic,
    double Numeric,
    bool AtKink,
    double Scale
)
{
    /// <summary>
    /// |analytic − numeric| / max(|analytic|, |numeric|, scale/1000): relative, but a derivative that is nearly 0 beside the others
    /// is not asked for more digits than a difference of two rounded numbers can give. Infinite where one of the two is no
    /// finite number, so that nothing is worse.
    /// </summary>
    public double RelativeError =>
        double.IsFinite(Analytic) && double.IsFinite(Numeric)
            ? Math.Abs(Analytic - Numeric)
                / Math.Max(Math.Max(Math.Abs(Analytic), Math.Abs(Numeric)), Math.Max(Scale / 1000, 1e-6))
            : double.PositiveInfinity;

    /// <summary>The parameter, the derivative found in both ways, and the error, in the invariant culture.</summary>
    public override string ToString()
    {
        string error = AtKink ? "at a kink" : FormattableString.Invariant($"relative error {RelativeError:G2}");
        return FormattableString.Invariant($"{Block}[{Row}, {Column}]: {Analytic:G6} and {Numeric:G6}, {error}");
    }
}
