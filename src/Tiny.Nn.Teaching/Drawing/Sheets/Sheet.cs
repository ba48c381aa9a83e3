using System.Globalization;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Questions and where they come from.</summary>
/// <param name="Subject">The step.</param>
/// <param name="Seed">What they were drawn with.</param>
/// <param name="Questions">The questions.</param>
internal sealed record Sheet(TraceSubject Subject, ulong Seed, IReadOnlyList<Question> Questions)
{
    /// <summary>Which copy for a class it is, from 1 on; null where there is one sheet for all.</summary>
    internal int? Copy { get; init; }

    internal string Title => Subject.Say(ExerciseCaptions.Title);

    /// <summary>The title, with the number of the copy.</summary>
    internal string OwnTitle => Copy is { } copy ? Title + Say(ExerciseCaptions.CopyNumber(copy)) : Title;

    /// <summary>What all answers together are worth.</summary>
    internal int Points => Questions.Sum(question => question.Points);

    /// <summary>Names and values that say what the questions are about: all of a step's but the number of the step.</summary>
    internal IEnumerable<(string Name, string Value)> Facts =>
        [
            .. new TraceStory(Subject).Facts.SkipLast(1),
            .. Subject.Lesson.Lines.Count == 0 ? [] : new[] { (Say(ExerciseCaptions.Rows), Rows()) },
            (Say(ExerciseCaptions.Seed), Seed.ToString(CultureInfo.InvariantCulture)),
        ];

    internal string Say(Caption caption) => Subject.Say(caption);

    /// <summary>A formula on one line.</summary>
    internal static string Line(TraceLine line) => $"{line.Left} {line.Sign} {string.Join(" = ", line.Sides)}";

    /// <summary>The rows of the batch, where they stand in the file, and what stands there.</summary>
    private string Rows()
    {
        ScalingFormulas? scaling = new TraceStory(Subject).Scaling;
        IEnumerable<string> rows = Subject.Lesson.Rows.Select(
            (row, sample) =>
            {
                string place = Say(ExerciseCaptions.RowOfFile(row, Subject.Lesson.Lines[sample]));
                string raw = string.Join(", ", scaling?.Raw(sample, Subject.Language) ?? []);
                return raw.Length > 0 ? Subject.Titled(place, raw) : place;
            }
        );
        return string.Join("; ", rows);
    }
}
