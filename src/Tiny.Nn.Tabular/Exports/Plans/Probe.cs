namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>A row that nobody ever had, and the engine's answer to it: an export proves itself by them.</summary>
/// <param name="About">What is odd about the row.</param>
/// <param name="Cells">Of each column a number (dates as days since 1970), a text, or null where it is missing.</param>
/// <param name="Answer">The engine's answer.</param>
/// <param name="Chosen">Of classes the place of the one that is predicted; else 0.</param>
internal sealed record Probe(string About, IReadOnlyList<object?> Cells, IReadOnlyList<double> Answer, int Chosen);
