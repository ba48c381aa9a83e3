namespace Tiny.Nn.Cli.Tests.Lessons;

/// <summary>The lessons do what they say, in both languages.</summary>
internal sealed class LessonPageTests
{
    private static readonly string[] Folders = ["docs/lessons", "docs/lessons/ja"];

    private static IEnumerable<string> Lessons => Names(Folders[0]).Where(name => char.IsAsciiDigit(name[0]));

    /// <summary>From an empty directory, in the order of the page. What both languages type is run once.</summary>
    [TestCaseSource(nameof(Lessons))]
    public void Every_command_writes_what_is_shown_below_it(string name)
    {
        using Workplace english = new();
        using Workplace japanese = new();
        LessonPage lesson = LessonPage.English(name);
        LessonPage translation = LessonPage.Japanese(name);
        Assert.That(lesson.Commands, Is.Not.Empty);
        Assert.That(
            translation.Commands.Select(command => command.EnglishLine),
            Is.EqualTo(lesson.Commands.Select(command => command.Line))
        );
        foreach ((TypedCommand command, TypedCommand translated) in lesson.Commands.Zip(translation.Commands))
        {
            Run run = command.RunIn(english);
            Check(command, run);
            if (translated.Line == command.Line)
            {
                Check(translated, run);
                CopyNewFiles(english, japanese);
            }
            else
            {
                Check(translated, translated.RunIn(japanese));
            }
        }
    }

    [TestCaseSource(nameof(Lessons))]
    public void A_lesson_points_to_the_same_sources_in_both_languages(string name)
    {
        string[] sources = [.. LessonPage.English(name).LinkedSources];
        Assert.That(sources, Is.Not.Empty);
        Assert.That(sources, Has.All.Exist);
        Assert.That(LessonPage.Japanese(name).LinkedSources, Is.EqualTo(sources));
    }

    [Test]
    public void Both_languages_have_the_same_pages_and_the_index_leads_to_each()
    {
        Assert.That(Lessons.Count(), Is.AtLeast(10));
        Assert.That(Names(Folders[1]), Is.EqualTo(Names(Folders[0])));
        foreach (string folder in Folders)
        {
            IEnumerable<string> pages = Names(folder).Where(name => name != "README.md");
            IEnumerable<string> linked = new Markdown($"{folder}/README.md").LinkedFiles.Select(file =>
                Path.GetRelativePath(Path.Combine(Repository.Root, folder), file)
            );
            Assert.That(pages, Is.SubsetOf(linked), folder);
        }
    }

    [TestCase("a\nb\nc", "", null)]
    [TestCase("a\n…\nc", "", null)]
    [TestCase("…\nb\n…", "", null)]
    [TestCase("a\n\nb\nnote\nc", "note", null)]
    [TestCase("a\nc", "", "c")]
    [TestCase("…\nc\nb", "", "b")]
    [TestCase("a\nb", "", "c")]
    [TestCase("a\nb\nc", "note", "note")]
    public void An_excerpt_is_what_was_written_in_its_order(string shown, string error, string? difference) =>
        Assert.That(
            new Excerpt(shown.Split('\n')).FirstDifference(new Run(0, "a\nb\nc\n", error)),
            Is.EqualTo(difference)
        );

    private static void Check(TypedCommand command, Run run)
    {
        Assert.That(run.ExitCode, Is.Zero, $"{command.Line}\n{run.Error}");
        Assert.That(
            new Excerpt(command.Written).FirstDifference(run),
            Is.Null,
            $"{command.Line}\nstderr:\n{run.Error}\nstdout:\n{run.Output}"
        );
    }

    private static string[] Names(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    private static void CopyNewFiles(Workplace from, Workplace to)
    {
        foreach (string name in from.Names.Except(to.Names))
        {
            File.Copy(from.Path(name), to.Path(name));
        }
    }
}
