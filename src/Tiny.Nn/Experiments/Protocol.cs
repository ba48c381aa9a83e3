namespace Tiny.Nn.Experiments;

/// <summary>What the rows of a table are for, and how much each counts: what a recipe, which knows no table, cannot say.</summary>
public sealed record Protocol
{
    /// <summary>Which rows only the report sees; null for a random share, the one of the recipe.</summary>
    public Holdout? Holdout { get; init; }

    /// <summary>
    /// How much each row of the table counts in training and in the choice of the best epoch, finite and not negative; empty where all
    /// count the same. Reports count every row the same.
    /// </summary>
    public ReadOnlyMemory<double> Weights { get; init; }
}
