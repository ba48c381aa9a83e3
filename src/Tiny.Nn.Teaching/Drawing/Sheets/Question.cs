using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>An exercise in words. Symbols stand in it as <see cref="Notation"/> has them.</summary>
/// <param name="Exercise">What is asked.</param>
/// <param name="Number">Its number on the sheet, from 1 on.</param>
/// <param name="Text">The question.</param>
/// <param name="Given">The numbers that it takes.</param>
/// <param name="Choices">What there is to choose from; empty where a number is asked for.</param>
/// <param name="Answer">The right answer.</param>
/// <param name="Solution">How it comes about.</param>
/// <param name="Reason">Why, in words; empty where the formulas tell it.</param>
internal sealed record Question(
    Exercise Exercise,
    int Number,
    string Text,
    IReadOnlyList<string> Given,
    IReadOnlyList<string> Choices,
    string Answer,
    IReadOnlyList<TraceLine> Solution,
    string Reason
)
{
    /// <summary>What the right answer is worth: a point for each line of the way to it.</summary>
    internal int Points => Math.Max(1, Solution.Count);

    /// <summary>What an answer is worth: half where only the sign is wrong, or too early a rounding.</summary>
    internal double PointsOf(AnswerCheck check) =>
        check.Verdict switch
        {
            AnswerVerdict.Right => Points,
            AnswerVerdict.WrongSign or AnswerVerdict.Close => Points / 2.0,
            _ => 0,
        };

    /// <summary>The beginning of the way: first the formulas, then the same with the numbers put in, never the result. Empty where no formula is known.</summary>
    /// <param name="steps">How much of it: 1 for the formulas alone.</param>
    internal IEnumerable<TraceLine> Hint(int steps) =>
        Solution
            .Where(line => line.Sides.Count > 1)
            .Select(line => new TraceLine(line.Left, [.. line.Sides.SkipLast(1).Take(steps)]) { Sign = line.Sign });

    /// <summary>The letter of a choice.</summary>
    internal static string Letter(int place) => $"{(char)('a' + place)}";
}
