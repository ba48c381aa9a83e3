using System.CommandLine;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Cli.Flags;

/// <summary>A flag that names an activation, with its parameter where it has one: <c>leaky-relu:0.2</c>.</summary>
internal static class ActivationFlag
{
    private static readonly string[] Names = [.. Activation.All.Select(activation => activation.Name)];

    internal static Option<Activation?> Create(string name, string description) =>
        Flag.Choice(name, description, Names, text => TryParse(text, out _), text => Explain(name, text));

    /// <summary>What is wrong with the parameter, where the name is right.</summary>
    private static string? Explain(string name, string text)
    {
        bool isNamed = Names.Contains(text.Split(':')[0]);
        return isNamed && TryParse(text, out string? fault) is null
            ? $"{fault}{ParseErrors.Separator}Give, for example, {name} relu or {name} leaky-relu:0.2."
            : null;
    }

    private static Activation? TryParse(string text, out string? fault)
    {
        try
        {
            fault = null;
            return Activation.Parse(text);
        }
        catch (FormatException cause)
        {
            fault = cause.Message;
            return null;
        }
    }
}
