using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as Markdown; a rule stands between copies.</summary>
internal sealed class MarkdownSheet : SheetWriter
{
    private const string Special = "\\`*_[]<>#|";
    private const string Blank = "\\_\\_\\_\\_\\_\\_\\_\\_";
    private const string Rule = "---";

    internal override void WriteQuestions(IReadOnlyList<Sheet> copies, TextWriter output)
    {
        foreach ((int i, Sheet sheet) in copies.Index())
        {
            WriteRule(i, output);
            WriteHead(sheet, sheet.OwnTitle, output);
            output.WriteLine($"{Named(sheet, TraceCaptions.Name, Blank)} {Named(sheet, TraceCaptions.Date, Blank)}");
            output.WriteLine();
            foreach (Question question in sheet.Questions)
            {
                WriteQuestion(sheet, question, output);
                string points = sheet.Say(ExerciseCaptions.PointsOf(question.Points));
                output.WriteLine($"{Named(sheet, ExerciseCaptions.YourAnswer, Blank)} ({points})");
                output.WriteLine();
            }
        }
    }

    internal override void WriteKey(IReadOnlyList<Sheet> copies, TextWriter output)
    {
        foreach ((int i, Sheet sheet) in copies.Index())
        {
            WriteRule(i, output);
            WriteHead(sheet, KeyTitle(sheet), output);
            foreach (Question question in sheet.Questions)
            {
                WriteQuestion(sheet, question, output);
                string points = sheet.Say(ExerciseCaptions.PointsOf(question.Points));
                output.WriteLine($"**{Named(sheet, ExerciseCaptions.Answer, Clean(question.Answer))}** ({points})");
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
            output.WriteLine(Named(sheet, ExerciseCaptions.Total, sheet.Say(ExerciseCaptions.PointsOf(sheet.Points))));
        }
    }

    private static void WriteRule(int copy, TextWriter output)
    {
        if (copy > 0)
        {
            output.WriteLine();
            output.WriteLine(Rule);
            output.WriteLine();
        }
    }

    private static void WriteHead(Sheet sheet, string title, TextWriter output)
    {
        output.WriteLine($"# {Clean(title)}");
        output.WriteLine();
        foreach ((string name, string value) in sheet.Facts)
        {
            output.WriteLine($"* {Clean(sheet.Subject.Titled(name, value))}");
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
            output.WriteLine(Named(sheet, ExerciseCaptions.Given, Clean(string.Join(", ", question.Given))));
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
