using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What is to be shown, and how.</summary>
/// <param name="Lesson">Where the network and the samples come from.</param>
/// <param name="Trace">The step.</param>
/// <param name="Language">The language of what is explained.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record TraceSubject(Lesson Lesson, StepTrace Trace, Language Language, TraceNumbers Numbers)
{
    /// <summary>More weights and biases than this make a page of numbers that teaches nothing.</summary>
    internal const int MostParameters = 200;

    internal string Say(Caption caption) => caption.In(Language);

    /// <summary>What something is, behind what it is of.</summary>
    internal string Titled(string of, string what) => Language == Language.Japanese ? $"{of}：{what}" : $"{of}: {what}";
}
