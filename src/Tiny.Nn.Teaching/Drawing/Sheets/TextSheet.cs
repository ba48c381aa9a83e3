using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as plain text.</summary>
internal sealed class TextSheet : SheetWriter
{
    internal override void WriteQuestions(Sheet sheet, TextWriter output)
    {
        WriteHead(sheet, sheet.Title, output);
        foreach (Question question in sheet.Questions)
        {
            WriteQuestion(sheet, question, output);
            output.WriteLine($"   {sheet.Say(ExerciseCaptions.YourAnswer)}: ____________");
            output.WriteLine();
        }
    }

    internal override void WriteKey(Sheet sheet, TextWriter output)
    {
        WriteHead(sheet, $"{sheet.Title}: {sheet.Say(ExerciseCaptions.KeyTitle)}", output);
        foreach (Question question in sheet.Questions)
        {
            WriteQuestion(sheet, question, output);
            WriteSolution(sheet, question, output);
            output.WriteLine();
        }
    }

    internal static void WriteQuestion(Sheet sheet, Question question, TextWriter output)
    {
        output.WriteLine(Clean($"{question.Number}. {question.Text}"));
        if (question.Given.Count > 0)
        {
            output.WriteLine(Clean($"   {sheet.Say(ExerciseCaptions.Given)}: {string.Join(", ", question.Given)}"));
        }
        foreach ((int i, string choice) in question.Choices.Index())
        {
            output.WriteLine(Clean($"   ({Question.Letter(i)}) {choice}"));
        }
    }

    internal static void WriteSolution(Sheet sheet, Question question, TextWriter output)
    {
        output.WriteLine(Clean($"   {sheet.Say(ExerciseCaptions.Answer)}: {question.Answer}"));
        foreach (TraceLine line in question.Solution)
        {
            output.WriteLine(Clean($"   {Sheet.Line(line)}"));
        }
        if (question.Reason.Length > 0)
        {
            output.WriteLine(Clean($"   {question.Reason}"));
        }
    }

    internal static string Clean(string text) => TerminalEscape.Line(Notation.ToText(text));

    private static void WriteHead(Sheet sheet, string title, TextWriter output)
    {
        output.WriteLine(title);
        output.WriteLine();
        foreach ((string name, string value) in sheet.Facts)
        {
            output.WriteLine(Clean($"{name}: {value}"));
        }
        output.WriteLine(sheet.Say(ExerciseCaptions.SheetNote));
        output.WriteLine();
    }
}
