namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>How a sheet is written.</summary>
internal abstract class SheetWriter
{
    /// <summary>The questions, with room for answers.</summary>
    internal abstract void WriteQuestions(Sheet sheet, TextWriter output);

    /// <summary>The answers, with the way to each.</summary>
    internal abstract void WriteKey(Sheet sheet, TextWriter output);
}
