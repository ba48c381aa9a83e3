using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests;

/// <summary>Whoever calls a library has no flags: what it says names none.</summary>
public sealed partial class FlagWordsTests
{
    /// <summary>The advice of a diagnosis is a text for readers of the command's pages, in two languages; and the page in a browser shows command lines.</summary>
    private static readonly string[] Exceptions =
    [
        "Tiny.Nn.Teaching/Drawing/Symptoms/SymptomTitles.cs",
        "Tiny.Nn.Teaching/Interactive/SceneCommands.cs",
    ];

    [TestCase("Tiny.Nn")]
    [TestCase("Tiny.Nn.Tabular")]
    [TestCase("Tiny.Nn.Teaching")]
    public void No_text_of_a_library_names_a_flag(string project)
    {
        string sources = Path.Combine(Repository.Root, "src");
        string[] found =
        [
            .. from file in Directory.EnumerateFiles(
                Path.Combine(sources, project),
                "*.cs",
                SearchOption.AllDirectories
            )
            let path = Path.GetRelativePath(sources, file).Replace('\\', '/')
            where !path.StartsWith($"{project}/obj/", StringComparison.Ordinal) && !Exceptions.Contains(path)
            from line in File.ReadAllLines(file).Index()
            where NamesAFlag(line.Item)
            select $"{path}:{line.Index + 1}: {line.Item.Trim()}",
        ];

        Assert.That(found, Is.Empty);
    }

    [TestCase("throw new(\"Say --short-rows.\");", true)]
    [TestCase("$\"{text}: --task classification\"", true)]
    [TestCase("/// <summary>\"--text\" is a flag of the command.</summary>", false)]
    [TestCase("\"from 1--2 on\" + count--", false)]
    public void A_flag_is_found_in_texts_only(string line, bool expected) =>
        Assert.That(NamesAFlag(line), Is.EqualTo(expected));

    private static bool NamesAFlag(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Flag().IsMatch(line);

    [GeneratedRegex("\"[^\"]*--[a-z]")]
    private static partial Regex Flag();
}
