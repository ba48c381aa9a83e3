using System.Diagnostics.CodeAnalysis;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Thresholds of a probability: a number from 0 to 1, <c>f1</c>, <c>balanced-accuracy</c>, or <c>cost:1,5</c>.</summary>
internal sealed class ThresholdText : ValueText<ThresholdRule>
{
    private const string Cost = "cost:";

    private static readonly ThresholdRule[] Rules = [ThresholdRule.LargestF1, ThresholdRule.LargestBalancedAccuracy];

    internal override bool TryRead(string text, [MaybeNullWhen(false)] out ThresholdRule value)
    {
        value =
            text.StartsWith(Cost, StringComparison.Ordinal) ? Costs(text[Cost.Length..].Split(','))
            : NumberText.IsNumber(text, out double number) && number is >= 0 and <= 1 ? new FixedThreshold(number)
            : Array.Find(Rules, rule => rule.ToString() == text);
        return value is not null;
    }

    internal override string Write(ThresholdRule value) => value.ToString();

    internal override TextFault Explain(string text, string name)
    {
        if (text.StartsWith("cost", StringComparison.Ordinal))
        {
            return TextFault.WithExample(text, "does not name two costs above 0", name, "cost:1,5");
        }
        return NumberText.IsNumber(text, out _)
            ? TextFault.WithExample(text, "is not from 0 to 1", name, $"0.3 or {name} cost:1,5")
            : TextFault.NoneOf(text, [.. Rules.Select(rule => rule.ToString())]);
    }

    private static LeastCost? Costs(string[] parts) =>
        parts is [var first, var second]
        && NumberText.IsNumber(first, out double falsePositive)
        && NumberText.IsNumber(second, out double falseNegative)
        && falsePositive > 0
        && falseNegative > 0
            ? new LeastCost(falsePositive, falseNegative)
            : null;
}
