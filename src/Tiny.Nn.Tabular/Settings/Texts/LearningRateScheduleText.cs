using System.Diagnostics.CodeAnalysis;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Learning-rate schedules: a kind and its settings, such as <c>step:30:0.1</c>.</summary>
internal sealed class LearningRateScheduleText : ValueText<LearningRateSchedule>
{
    private static string[] Names => [.. LearningRateSchedule.All.Select(schedule => schedule.Name)];

    internal override bool TryRead(string text, [MaybeNullWhen(false)] out LearningRateSchedule value)
    {
        value = Find(text, out _);
        return value is not null;
    }

    internal override string Write(LearningRateSchedule value) => value.Name;

    /// <summary>Where the kind is right, something is wrong with its settings.</summary>
    internal override TextFault Explain(string text, string name)
    {
        string? example = Array.Find(Names, known => Kind(known) == Kind(text));
        return example is not null && Find(text, out string fault) is null
            ? new TextFault(fault, $"Give, for example, {name} {example}.")
            : TextFault.NoneOf(text, Names);
    }

    private static string Kind(string text) => text.Split(':')[0];

    private static LearningRateSchedule? Find(string text, out string fault)
    {
        try
        {
            fault = "";
            return LearningRateSchedule.Parse(text);
        }
        catch (FormatException cause)
        {
            fault = cause.Message;
            return null;
        }
    }
}
