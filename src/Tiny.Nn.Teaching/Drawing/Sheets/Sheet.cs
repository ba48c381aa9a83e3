using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Questions and where they come from.</summary>
/// <param name="Subject">The step.</param>
/// <param name="Seed">What they were drawn with.</param>
/// <param name="Questions">The questions.</param>
internal sealed record Sheet(TraceSubject Subject, ulong Seed, IReadOnlyList<Question> Questions)
{
    internal string Title => Subject.Say(ExerciseCaptions.Title);

    /// <summary>Names and values that say what the questions are about.</summary>
    internal IEnumerable<(string Name, string Value)> Facts =>
        new TraceStory(Subject)
            .Facts.Take(6)
            .Append(
                (Subject.Say(ExerciseCaptions.Seed), Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))
            );

    internal string Say(Caption caption) => Subject.Say(caption);

    /// <summary>A formula on one line.</summary>
    internal static string Line(TraceLine line) => $"{line.Left} {line.Sign} {string.Join(" = ", line.Sides)}";
}
