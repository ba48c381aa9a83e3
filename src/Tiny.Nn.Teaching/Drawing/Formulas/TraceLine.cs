namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What is computed, and how: the formula, the same with the numbers put in, the result.</summary>
/// <param name="Left">The symbol.</param>
/// <param name="Sides">What stands behind the signs of equality.</param>
internal sealed record TraceLine(string Left, params IReadOnlyList<string> Sides)
{
    /// <summary>What stands behind the symbol: an arrow where it gets a new value.</summary>
    internal string Sign { get; init; } = "=";
}

/// <summary>Lines that belong together.</summary>
/// <param name="Level">1 for a part of the step, 2 for what it consists of.</param>
/// <param name="Title">What they are.</param>
/// <param name="Note">What to know about them; empty for nothing.</param>
/// <param name="Lines">The lines.</param>
internal sealed record TraceSection(int Level, string Title, string Note, IReadOnlyList<TraceLine> Lines)
{
    /// <summary>Numbers in rows and columns, with headings; null for none.</summary>
    internal TraceGrid? Grid { get; init; }
}

/// <summary>Numbers in rows and columns.</summary>
/// <param name="Headings">One for each column, the first of which names the rows.</param>
/// <param name="Rows">The cells.</param>
internal sealed record TraceGrid(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);
