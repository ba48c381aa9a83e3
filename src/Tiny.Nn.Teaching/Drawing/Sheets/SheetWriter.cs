namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>How sheets are written: one, or a copy for each of a class.</summary>
internal abstract class SheetWriter
{
    /// <summary>The questions, with room for answers.</summary>
    internal abstract void WriteQuestions(IReadOnlyList<Sheet> copies, TextWriter output);

    /// <summary>The answers, with the way to each and the points.</summary>
    internal abstract void WriteKey(IReadOnlyList<Sheet> copies, TextWriter output);

    /// <summary>The questions of one sheet.</summary>
    internal void WriteQuestions(Sheet sheet, TextWriter output) => WriteQuestions([sheet], output);

    /// <summary>The answers of one sheet.</summary>
    internal void WriteKey(Sheet sheet, TextWriter output) => WriteKey([sheet], output);

    /// <summary>What the key of a sheet is called.</summary>
    protected static string KeyTitle(Sheet sheet) =>
        sheet.Subject.Titled(sheet.OwnTitle, sheet.Say(ExerciseCaptions.KeyTitle));

    /// <summary>A name with something behind it.</summary>
    protected static string Named(Sheet sheet, Caption name, string value) =>
        sheet.Subject.Language == Language.Japanese ? $"{sheet.Say(name)}：{value}" : $"{sheet.Say(name)}: {value}";
}
