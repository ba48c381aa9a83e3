using System.Globalization;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Asks one question after the other, checks each answer, and shows the way to it.</summary>
internal sealed class ExerciseDialog(Sheet sheet, double tolerance, TextWriter output)
{
    /// <summary>Asks for each answer, as long as there are any.</summary>
    /// <param name="read">The next answer; null where there is none any more.</param>
    internal IReadOnlyList<AnswerCheck> Ask(Func<string?> read)
    {
        List<AnswerCheck> checks = [];
        output.WriteLine(sheet.Say(ExerciseCaptions.HowTo));
        output.WriteLine();
        foreach (Question question in sheet.Questions)
        {
            TextSheet.WriteQuestion(sheet, question, output);
            output.Write($"   {sheet.Say(ExerciseCaptions.YourAnswer)}: ");
            output.Flush();
            string? answer = read();
            if (answer is null or "q" or "Q")
            {
                output.WriteLine();
                break;
            }
            AnswerCheck check = AnswerCheck.Of(question.Exercise, answer, tolerance);
            checks.Add(check);
            Show(question, check);
        }
        Score(checks);
        return checks;
    }

    /// <summary>Shows what was found of answers that are all there.</summary>
    internal void Show(IReadOnlyList<AnswerCheck> checks)
    {
        foreach ((Question question, AnswerCheck check) in sheet.Questions.Zip(checks))
        {
            TextSheet.WriteQuestion(sheet, question, output);
            Show(question, check);
        }
        Score(checks);
    }

    private void Show(Question question, AnswerCheck check)
    {
        string read = check.Given is { } given && question.Exercise is NumberExercise ? $" ({Figure(given)})" : "";
        string off = check is { IsRight: false, Off: { } difference }
            ? $"; {sheet.Say(ExerciseCaptions.Off)} {Figure(difference)}"
            : "";
        output.WriteLine($"   → {sheet.Say(ExerciseCaptions.Verdict(check.Verdict))}{read}{off}");
        TextSheet.WriteSolution(sheet, question, output);
        output.WriteLine();
    }

    private void Score(IReadOnlyList<AnswerCheck> checks) =>
        output.WriteLine(
            sheet.Say(ExerciseCaptions.Score(checks.Count(check => check.IsRight), sheet.Questions.Count))
        );

    private static string Figure(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
