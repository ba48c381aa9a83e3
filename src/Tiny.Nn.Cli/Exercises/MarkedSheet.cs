using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>The answers of somebody, and what was found of each.</summary>
/// <param name="Name">Who.</param>
/// <param name="Sheet">The questions.</param>
/// <param name="Checks">What was found of the answer to each.</param>
internal sealed record MarkedSheet(string Name, Sheet Sheet, IReadOnlyList<AnswerCheck> Checks)
{
    /// <summary>The points of all answers.</summary>
    internal double Points => Enumerable.Range(0, Checks.Count).Sum(PointsOf);

    /// <summary>The points of one answer, by its place; 0 where the sheet has no such question.</summary>
    internal double PointsOf(int question) =>
        question < Checks.Count ? Sheet.Questions[question].PointsOf(Checks[question]) : 0;

    /// <summary>Whether there is an answer.</summary>
    internal bool HasAnswer(int question) =>
        question < Checks.Count && Checks[question].Verdict != AnswerVerdict.Missing;

    internal static MarkedSheet Of(GivenAnswers given, double tolerance) =>
        new(
            given.Name,
            given.Sheet,
            [
                .. given.Answers.Zip(
                    given.Sheet.Questions,
                    (answer, question) => AnswerCheck.Of(question.Exercise, answer, tolerance)
                ),
            ]
        );
}
