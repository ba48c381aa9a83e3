using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as Markdown.</summary>
internal sealed class MarkdownSheet : SheetWriter
{
    private const string Special = "\\`*_[]<>#|";

    internal override void WriteQuestions(Sheet sheet, TextWriter output)
    {
        WriteHead(sheet, sheet.Title, output);
        foreach (Question question in sheet.Questions)
        {
            WriteQuestion(sheet, question, output);
            output.WriteLine($"{sheet.Say(ExerciseCaptions.YourAnswer)}: \\_\\_\\_\\_\\_\\_\\_\\_");
            output.WriteLine();
        }
    }

    internal override void WriteKey(Sheet sheet, TextWriter output)
    {
        WriteHead(sheet, $"{sheet.Title}: {sheet.Say(ExerciseCaptions.KeyTitle)}", output);
        foreach (Question question in sheet.Questions)
        {
            WriteQuestion(sheet, question, output);
            output.WriteLine($"**{sheet.Say(ExerciseCaptions.Answer)}: {Clean(question.Answer)}**");
            output.WriteLine();
            foreach (TraceLine line in question.Solution)
            {
                output.WriteLine($"* {Clean(Sheet.Line(line))}");
            }
            if (question.Reason.Length > 0)
            {
                output.WriteLine(Clean(question.Reason));
            }
            output.WriteLine();
        }
    }

    private static void WriteHead(Sheet sheet, string title, TextWriter output)
    {
        output.WriteLine($"# {Clean(title)}");
        output.WriteLine();
        foreach ((string name, string value) in sheet.Facts)
        {
            output.WriteLine($"* {Clean(name)}: {Clean(value)}");
        }
        output.WriteLine();
        output.WriteLine(Clean(sheet.Say(ExerciseCaptions.SheetNote)));
        output.WriteLine();
    }

    private static void WriteQuestion(Sheet sheet, Question question, TextWriter output)
    {
        output.WriteLine($"## {question.Number}. {Clean(question.Text)}");
        output.WriteLine();
        if (question.Given.Count > 0)
        {
            output.WriteLine($"{sheet.Say(ExerciseCaptions.Given)}: {Clean(string.Join(", ", question.Given))}");
            output.WriteLine();
        }
        foreach ((int i, string choice) in question.Choices.Index())
        {
            output.WriteLine($"* ({Question.Letter(i)}) {Clean(choice)}");
        }
        if (question.Choices.Count > 0)
        {
            output.WriteLine();
        }
    }

    private static string Clean(string text) =>
        string.Concat(
            TextSheet
                .Clean(text)
                .Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}")
        );
}
