using System.CommandLine;

namespace Tiny.Nn.Cli.Flags;

/// <summary>A command whose help opens with examples: most people come to copy one.</summary>
internal sealed class ExampledCommand(string name, string description, IReadOnlyList<string> examples)
    : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    internal IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Adds flags, in the order in which help lists them.</summary>
    internal void Add(IEnumerable<Option> options)
    {
        foreach (Option option in options)
        {
            Options.Add(option);
        }
    }
}
