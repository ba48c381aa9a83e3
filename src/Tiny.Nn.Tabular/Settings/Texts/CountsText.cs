using System.Collections.Immutable;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Counts with commas between them, or the word "none", which is an empty list.</summary>
/// <param name="example">Such a list.</param>
internal sealed class CountsText(string example) : ValueText<ImmutableArray<int>>
{
    private const string None = "none";

    internal override string Range => "whole numbers from 1 on with commas between them, or none";

    internal override bool TryRead(string text, out ImmutableArray<int> value)
    {
        string[] parts = text == None ? [] : text.Split(',');
        int[] counts = new int[parts.Length];
        bool isList = parts.Index().All(part => CountText.IsCount(part.Item.Trim(), out counts[part.Index]));
        value = isList ? [.. counts] : [];
        return isList;
    }

    internal override string Write(ImmutableArray<int> value) => value.IsEmpty ? None : string.Join(',', value);

    internal override TextFault Explain(string text, string name) =>
        TextFault.WithExample(text, "is no list of whole numbers from 1 on", name, $"{example}, or {None}");
}
