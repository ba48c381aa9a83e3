using System.Globalization;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Asks one question after the other, checks each answer, and shows the way to it.</summary>
internal sealed class ExerciseDialog(Sheet sheet, double tolerance, TextWriter output)
{
    /// <summary>Asks for each answer, as long as there are any.</summary>
    /// <param name="read">The next answer; null where there is none any more.</param>
    /// <param name="tries">
    /// How often a question is asked at most. After a wrong answer the formula is shown, after another one the same with numbers, and after the last one
    /// the right answer. Where there are several tries, what cannot be read is none.
    /// </param>
    internal IReadOnlyList<AnswerCheck> Ask(Func<string?> read, int tries)
    {
        List<AnswerCheck> checks = [];
        int hinted = 0;
        output.WriteLine(sheet.Say(ExerciseCaptions.HowTo));
        output.WriteLine();
        foreach (Question question in sheet.Questions)
        {
            TextSheet.WriteQuestion(sheet, question, output);
            if (Ask(question, read, tries) is not (AnswerCheck check, int tried))
            {
                break;
            }
            checks.Add(check);
            hinted += check.IsRight && tried > 1 ? 1 : 0;
            Show(question, check);
        }
        Score(checks, hinted);
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
        Score(checks, hinted: 0);
    }

    /// <summary>The answer to one question, and at which try it was given; null where nobody answers any more.</summary>
    private (AnswerCheck Check, int Tried)? Ask(Question question, Func<string?> read, int tries)
    {
        for (int tried = 1; ; )
        {
            output.Write($"   {sheet.Subject.Titled(sheet.Say(ExerciseCaptions.YourAnswer), "")}");
            output.Flush();
            string? answer = read();
            if (answer is null or "q" or "Q")
            {
                output.WriteLine();
                return null;
            }
            AnswerCheck check = AnswerCheck.Of(question.Exercise, answer, tolerance);
            bool isUnread = check.Verdict == AnswerVerdict.Unreadable && tries > 1;
            if (!isUnread && (check.IsRight || check.Verdict == AnswerVerdict.Missing || tried == tries))
            {
                return (check, tried);
            }
            Find(question, check);
            if (isUnread)
            {
                output.WriteLine($"   {sheet.Say(ExerciseCaptions.Spelling)}");
                continue;
            }
            Hint(question, tried);
            tried++;
        }
    }

    /// <summary>The beginning of the way, the longer the more tries there were; where no formula is known, only that there is one more.</summary>
    private void Hint(Question question, int tried)
    {
        string[] formulas = [.. question.Hint(tried).Select(Sheet.Line)];
        output.WriteLine(
            formulas.Length == 0
                ? $"   {sheet.Say(ExerciseCaptions.OnceMore)}"
                : $"   {sheet.Subject.Titled(sheet.Say(ExerciseCaptions.Hint), TextSheet.Clean(formulas[0]))}"
        );
        foreach (string formula in formulas.Skip(1))
        {
            output.WriteLine(TextSheet.Clean($"   {formula}"));
        }
    }

    private void Show(Question question, AnswerCheck check)
    {
        Find(question, check);
        TextSheet.WriteSolution(sheet, question, output);
        output.WriteLine();
    }

    /// <summary>What was found of an answer.</summary>
    private void Find(Question question, AnswerCheck check)
    {
        string read = check.Given is { } given && question.Exercise is NumberExercise ? $" ({Figure(given)})" : "";
        string off = check is { IsRight: false, Off: { } difference }
            ? $"; {sheet.Say(ExerciseCaptions.Off)} {Figure(difference)}"
            : "";
        output.WriteLine($"   → {sheet.Say(ExerciseCaptions.Verdict(check.Verdict))}{read}{off}");
    }

    private void Score(IReadOnlyList<AnswerCheck> checks, int hinted) =>
        output.WriteLine(
            sheet.Say(ExerciseCaptions.Score(checks.Count(check => check.IsRight), hinted, sheet.Questions.Count))
        );

    private static string Figure(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
