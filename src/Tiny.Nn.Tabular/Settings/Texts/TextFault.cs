namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>What is wrong with a text that stands for no value.</summary>
/// <param name="What">The fault, as a sentence.</param>
/// <param name="Advice">What to write in its place, as a sentence.</param>
internal sealed record TextFault(string What, string Advice)
{
    /// <summary>A text with a fault, and an example of what to write.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">What it is not, such as "is no number".</param>
    /// <param name="name">What the setting is called where the text was written.</param>
    /// <param name="example">A value that makes sense.</param>
    internal static TextFault WithExample(string text, string fault, string name, string example) =>
        new($"\"{text}\" {fault}.", $"Give, for example, {name} {example}.");

    /// <summary>A text that is none of some names, with the nearest of them.</summary>
    internal static TextFault NoneOf(string text, IReadOnlyList<string> names) =>
        new($"\"{text}\" is none of the names.", $"{Closest.Meant(text, names)}There are: {string.Join(", ", names)}.");
}
