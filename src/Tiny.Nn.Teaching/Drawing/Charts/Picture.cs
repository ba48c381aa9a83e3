namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>Charts that belong together.</summary>
/// <param name="Title">What they show.</param>
/// <param name="Charts">At least one.</param>
internal sealed record Picture(string Title, IReadOnlyList<Chart> Charts)
{
    /// <summary>Lines below the title: what was trained, say.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many charts stand side by side.</summary>
    internal int Columns { get; init; } = 1;
}
