using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

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
