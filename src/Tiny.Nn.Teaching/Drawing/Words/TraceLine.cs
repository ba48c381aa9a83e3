namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>What is computed, and how: the formula, the same with the numbers put in, the result.</summary>
/// <param name="Left">The symbol.</param>
/// <param name="Sides">What stands behind the signs of equality.</param>
internal sealed record TraceLine(string Left, params IReadOnlyList<string> Sides)
{
    /// <summary>What stands behind the symbol: an arrow where it gets a new value.</summary>
    internal string Sign { get; init; } = "=";
}
