using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>What the programs of a language have in common: the parts of a source file that lies beside its writer, each under a comment with its name, <c>== rank ==</c>.</summary>
internal sealed partial class RuntimeText
{
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);

    /// <param name="writer">The writer.</param>
    /// <param name="file">The file. What stands above its first part makes it whole, and is in no program.</param>
    internal RuntimeText(Type writer, string file)
    {
        string[] pieces = Mark().Split(EmbeddedText.Read(writer, file));
        for (int i = 1; i < pieces.Length; i += 2)
        {
            parts.Add(pieces[i], pieces[i + 1].Trim('\n'));
        }
    }

    /// <summary>A part, without the ends of lines around it.</summary>
    internal string this[string part] => parts[part];

    /// <summary>A part with what stands for names in it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="values">Names, and what takes their places, one after the other.</param>
    internal string With(string part, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string text = parts[part];
        foreach ((string name, string value) in values)
        {
            text = text.Replace(name, value, StringComparison.Ordinal);
        }
        return text;
    }

    [GeneratedRegex(@"^[^\w\n]*== (.+) ==[^\w\n]*$", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
