using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as plain text; a printer begins each copy on a page of its own.</summary>
internal sealed class TextSheet : SheetWriter
{
    private const string NewPage = "\f";
    private const string Blank = "____________";

    internal override void WriteQuestions(IReadOnlyList<Sheet> copies, TextWriter output)
    {
        foreach ((int i, Sheet sheet) in copies.Index())
        {
            output.Write(i == 0 ? "" : NewPage);
            WriteHead(sheet, sheet.OwnTitle, output);
            output.WriteLine($"{Named(sheet, TraceCaptions.Name, Blank)}   {Named(sheet, TraceCaptions.Date, Blank)}");
            output.WriteLine();
            foreach (Question question in sheet.Questions)
            {
                WriteQuestion(sheet, question, output);
                string points = sheet.Say(ExerciseCaptions.PointsOf(question.Points));
                output.WriteLine($"   {Named(sheet, ExerciseCaptions.YourAnswer, Blank)}   ({points})");
                output.WriteLine();
            }
        }
    }

    internal override void WriteKey(IReadOnlyList<Sheet> copies, TextWriter output)
    {
        foreach ((int i, Sheet sheet) in copies.Index())
        {
            output.Write(i == 0 ? "" : NewPage);
            WriteHead(sheet, KeyTitle(sheet), output);
            output.WriteLine();
            foreach (Question question in sheet.Questions)
            {
                WriteQuestion(sheet, question, output);
                WriteSolution(sheet, question, output);
                output.WriteLine($"   {sheet.Say(ExerciseCaptions.PointsOf(question.Points))}");
                output.WriteLine();
            }
            output.WriteLine(Named(sheet, ExerciseCaptions.Total, sheet.Say(ExerciseCaptions.PointsOf(sheet.Points))));
        }
    }

    internal static void WriteQuestion(Sheet sheet, Question question, TextWriter output)
    {
        output.WriteLine(Clean($"{question.Number}. {question.Text}"));
        if (question.Given.Count > 0)
        {
            output.WriteLine(Clean($"   {Named(sheet, ExerciseCaptions.Given, string.Join(", ", question.Given))}"));
        }
        foreach ((int i, string choice) in question.Choices.Index())
        {
            output.WriteLine(Clean($"   ({Question.Letter(i)}) {choice}"));
        }
    }

    internal static void WriteSolution(Sheet sheet, Question question, TextWriter output)
    {
        output.WriteLine(Clean($"   {Named(sheet, ExerciseCaptions.Answer, question.Answer)}"));
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
            output.WriteLine(Clean(sheet.Subject.Titled(name, value)));
        }
        output.WriteLine(sheet.Say(ExerciseCaptions.SheetNote));
    }
}
