namespace Tiny.Nn.Cli.Tests.Lessons;

/// <summary>A lesson in one language: commands behind a prompt, each with what it writes.</summary>
internal sealed class LessonPage
{
    private const string Prompt = "$ ";

    private readonly Markdown page;

    private LessonPage(string path)
    {
        page = new Markdown(path);
        Commands =
        [
            .. from block in page.Blocks
            where block.Language == "console"
            from part in $"\n{block.Code}".Split($"\n{Prompt}").Skip(1)
            let lines = part.TrimEnd('\n').Split('\n')
            select new TypedCommand(lines[0], lines[1..]),
        ];
    }

    internal IReadOnlyList<TypedCommand> Commands { get; }

    /// <summary>The files of the library that it points to, as full paths.</summary>
    internal IEnumerable<string> LinkedSources =>
        page.LinkedFiles.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    internal static LessonPage English(string name) => new($"docs/lessons/{name}");

    internal static LessonPage Japanese(string name) => new($"docs/lessons/ja/{name}");
}
