using Tiny.Nn.Teaching.Drawing.Sheets;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>What somebody wrote on a sheet.</summary>
/// <param name="Name">Who.</param>
/// <param name="Sheet">The questions.</param>
/// <param name="Answers">An answer to each; an empty text where there is none.</param>
internal sealed record GivenAnswers(string Name, Sheet Sheet, IReadOnlyList<string> Answers);
