using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>The tables of docs/architecture.md: for each project its folders, from the bottom up, and which folders of the same project each names.</summary>
internal static partial class FloorTable
{
    /// <summary>Of each project, the rows in the order of the page.</summary>
    internal static IReadOnlyDictionary<string, (string Folder, string[] Below)[]> Projects { get; } =
        Sections()
            .Matches(new Markdown("docs/architecture.md").Text)
            .ToDictionary(
                section => section.Groups["project"].Value,
                section =>
                    Rows()
                        .Matches(section.Value)
                        .Select(row => (row.Groups["folder"].Value, row.Groups["below"].Value.Split(", ")))
                        .ToArray()
            );

    /// <summary>A heading such as <c>### Tiny.Nn.Tabular</c>, and what follows up to the next one.</summary>
    [GeneratedRegex(@"^### (?<project>Tiny\.Nn[\w.]*)\n(?:(?!^#).*\n)*", RegexOptions.Multiline)]
    private static partial Regex Sections();

    /// <summary>A row such as <c>| Layers | Numerics, Activations | dense … |</c>.</summary>
    [GeneratedRegex(@"^\| (?<folder>[\w/]+) \| (?<below>[\w/]+(, [\w/]+)*) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
