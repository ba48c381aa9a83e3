using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>A report to be kept, printed or sent.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Head">The facts at its head.</param>
/// <param name="Parts">What it says, section by section.</param>
internal sealed record ReportPage(string Title, Facts Head, IReadOnlyList<Part> Parts)
{
    /// <summary>The language that it is written in.</summary>
    internal Language Language { get; init; }
}
