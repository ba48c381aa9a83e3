using System.Diagnostics.CodeAnalysis;
using Tiny.Nn.Tabular.Settings.Texts;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>Class weights: <c>none</c>, <c>balanced</c>, or <c>yes=2,no=0.5</c>.</summary>
internal sealed class ClassWeightText : ValueText<ClassWeighting>
{
    private static readonly ClassWeighting[] Named = [ClassWeighting.Balanced, ClassWeighting.None];

    internal override bool TryRead(string text, [MaybeNullWhen(false)] out ClassWeighting value)
    {
        value = Array.Find(Named, weighting => weighting.ToString() == text) ?? ByName(text);
        return value is not null;
    }

    internal override string Write(ClassWeighting value) => value.ToString();

    internal override TextFault Explain(string text, string name) =>
        text.Contains('=', StringComparison.Ordinal)
            ? TextFault.WithExample(text, "is no list of classes with weights from 0 on", name, "yes=2,no=0.5")
            : TextFault.NoneOf(text, [.. Named.Select(weighting => weighting.ToString())]);

    private static ClassWeighting? ByName(string text)
    {
        Dictionary<string, double> weights = [];
        foreach (string part in NameList.Read(text) ?? [""])
        {
            // A class may have the sign in its name, a weight has not.
            int sign = part.LastIndexOf('=');
            if (
                sign < 1
                || !NumberText.IsNumber(part[(sign + 1)..], out double weight)
                || weight < 0
                || !weights.TryAdd(part[..sign].Trim(), weight)
            )
            {
                return null;
            }
        }
        return ClassWeighting.Given(weights);
    }
}
