namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>What is computed, and how: the formula, the same with the numbers put in, the result.</summary>
internal sealed record TraceLine
{
    /// <param name="left">The symbol.</param>
    /// <param name="sides">What stands behind the signs of equality. One that says the same as the one before it is left out.</param>
    internal TraceLine(string left, params IReadOnlyList<string> sides)
    {
        Left = left;
        Sides = [.. sides.Where((side, i) => i == 0 || side != sides[i - 1])];
    }

    /// <summary>The symbol.</summary>
    internal string Left { get; }

    /// <summary>What stands behind the signs of equality.</summary>
    internal IReadOnlyList<string> Sides { get; }

    /// <summary>What stands behind the symbol: an arrow where it gets a new value.</summary>
    internal string Sign { get; init; } = "=";
}
