using System.Diagnostics.CodeAnalysis;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>The texts of one kind of value: which there are, what each stands for, and what is wrong with others.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal abstract class ValueText<T>
{
    /// <summary>The values in words, such as "above 0"; empty where the description of a setting lists them.</summary>
    internal virtual string Range => "";

    /// <summary>Reads a value.</summary>
    /// <returns>Whether the text stands for one.</returns>
    internal abstract bool TryRead(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>The text of a value: <see cref="TryRead"/> makes the same value of it.</summary>
    internal abstract string Write(T value);

    /// <summary>Explains why a text stands for no value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What the setting is called where the text was written.</param>
    internal abstract TextFault Explain(string text, string name);
}
