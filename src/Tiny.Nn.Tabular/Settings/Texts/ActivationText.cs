using System.Diagnostics.CodeAnalysis;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Names of activations, with their parameter where they have one: <c>leaky-relu:0.2</c>.</summary>
internal sealed class ActivationText : ValueText<Activation>
{
    private static string[] Names => [.. Activation.All.Select(activation => activation.Name)];

    internal override bool TryRead(string text, [MaybeNullWhen(false)] out Activation value)
    {
        value = Find(text, out _);
        return value is not null;
    }

    internal override string Write(Activation value) => value.ToString();

    /// <summary>Where the name is right, something is wrong with the parameter.</summary>
    internal override TextFault Explain(string text, string name) =>
        Names.Contains(text.Split(':')[0]) && Find(text, out string? fault) is null
            ? new TextFault(fault, $"Give, for example, {name} relu or {name} leaky-relu:0.2.")
            : TextFault.NoneOf(text, Names);

    private static Activation? Find(string text, out string fault)
    {
        try
        {
            fault = "";
            return Activation.Parse(text);
        }
        catch (FormatException cause)
        {
            fault = cause.Message;
            return null;
        }
    }
}
