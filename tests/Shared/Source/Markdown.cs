using System.Text.RegularExpressions;

namespace Tiny.Nn.Tests.Shared;

/// <summary>A page of the documentation.</summary>
/// <param name="path">From the repository's root on.</param>
internal sealed partial class Markdown(string path)
{
    /// <summary>All pages of the repository.</summary>
    internal static IReadOnlyList<Markdown> Pages { get; } =
    [
        .. from folder in new[]
        {
            "",
            "benchmarks/Tiny.Nn.Benchmarks",
            "data",
            "docs",
            "docs/decisions",
            "docs/lessons",
            "docs/lessons/ja",
            "samples/guide",
            "samples/iris",
            "samples/service",
            "src/Tiny.Nn",
            "src/Tiny.Nn.Cli",
            "src/Tiny.Nn.Parquet",
            "src/Tiny.Nn.Tabular",
            "src/Tiny.Nn.Teaching",
        }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md")
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        orderby path
        select new Markdown(path),
    ];

    internal string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    /// <summary>The code blocks, in their order, with their languages.</summary>
    internal IReadOnlyList<CodeBlock> Blocks =>
        [
            .. Fences()
                .Matches(Text)
                .Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["code"].Value)),
        ];

    /// <summary>Where its links to other files of the repository lead, as full paths.</summary>
    internal IEnumerable<string> LinkedFiles =>
        from match in Links().Matches(Fences().Replace(Text, ""))
        let target = match.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        select Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, target));

    /// <summary>The tests it names: <c>Fixture.Test_name</c> between backticks.</summary>
    internal IEnumerable<(string Fixture, string Test)> NamedTests =>
        Tests().Matches(Text).Select(match => (match.Groups["fixture"].Value, match.Groups["test"].Value));

    public override string ToString() => path;

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`(?<fixture>\w+Tests)\.(?<test>\w+)`")]
    private static partial Regex Tests();
}

/// <summary>What stands between two fences.</summary>
internal sealed record CodeBlock(string Language, string Code);
