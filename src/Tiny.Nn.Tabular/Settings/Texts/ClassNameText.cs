using System.Diagnostics.CodeAnalysis;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Names of classes: any text but a blank one. Whether there is such a class, the data tell.</summary>
internal sealed class ClassNameText : ValueText<string>
{
    internal override bool TryRead(string text, [MaybeNullWhen(false)] out string value)
    {
        // As the cells of a table are.
        value = text.Trim();
        return value.Length > 0;
    }

    internal override string Write(string value) => value;

    internal override TextFault Explain(string text, string name) =>
        TextFault.WithExample(text, "is no name of a class", name, "yes");
}
