using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>A program that a page shows, and the file of samples/guide that it is compiled from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Name">The file's name, without its ending.</param>
/// <param name="Place">Which of the page's programs it is, from 0 on.</param>
internal sealed partial record PageProgram(string Page, string Name, int Place)
{
    /// <summary>What the page shows: usings, statements, types, as in a file of its own.</summary>
    internal string Shown => Blocks[Index].Code;

    /// <summary>What the page shows of what it writes.</summary>
    internal CodeBlock ShownOutput => Blocks[Index + 1];

    /// <summary>What is compiled: the same statements in a method, the types beside it.</summary>
    internal string Compiled => File.ReadAllText(Path.Combine(Repository.Root, "samples", "guide", Name + ".cs"));

    /// <summary>The namespaces that a program uses.</summary>
    internal static string[] Usings(string program) => [.. UsingLine().Matches(program).Select(match => match.Value)];

    /// <summary>The statements and each type of what is shown.</summary>
    internal IEnumerable<string> ShownParts =>
        TypeLine().Split(UsingLine().Replace(Shown, "")).Where(part => !string.IsNullOrWhiteSpace(part));

    public override string ToString() => $"{Page} {Name}";

    private IReadOnlyList<CodeBlock> Blocks => new Markdown(Page).Blocks;

    private int Index =>
        Blocks.Index().Where(block => block.Item.Language == "csharp").Select(block => block.Index).ElementAt(Place);

    [GeneratedRegex(@"^using [\w.]+;$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    /// <summary>Before a type that stands at the margin.</summary>
    [GeneratedRegex(@"^(?=(sealed |readonly |abstract |static )*(record|class|struct|enum) )", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
