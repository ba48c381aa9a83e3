using Tiny.Nn.Tabular.Settings.Texts;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>Costs of the weights' squares, or the word "auto" for one that is chosen.</summary>
internal sealed class SquarePenaltyText : ValueText<SquarePenalty>
{
    internal const string Chosen = "auto";

    private static readonly NumberText Numbers = NumberText.NotNegative($"0.001, or {Chosen}");

    internal override string Range => $"{Numbers.Range}, or {Chosen}";

    internal override bool TryRead(string text, out SquarePenalty value)
    {
        bool isChosen = text == Chosen;
        value =
            isChosen ? new(PenaltyChoice.Validation, 0)
            : Numbers.TryRead(text, out double l2) ? new(PenaltyChoice.Given, l2)
            : default;
        return isChosen || Numbers.TryRead(text, out _);
    }

    internal override string Write(SquarePenalty value) =>
        value.Choice == PenaltyChoice.Validation ? Chosen : Numbers.Write(value.L2);

    internal override TextFault Explain(string text, string name) => Numbers.Explain(text, name);
}
