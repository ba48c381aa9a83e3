namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>The programs of the README and of the library's guide compile, run, and write what the pages say they write.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    private static readonly string[] Readme = ["Flowers", "ExclusiveOr"];

    private static readonly PageProgram[] Programs =
    [
        .. Readme.Select((name, place) => new PageProgram("README.md", name, place)),
        .. Guide
            .Program.All.Keys.Except(Readme)
            .Select((name, place) => new PageProgram("docs/library.md", name, place)),
    ];

    [TestCase("README.md")]
    [TestCase("docs/library.md")]
    public void Every_program_of_a_page_is_one_that_is_compiled(string page)
    {
        int shown = new Markdown(page).Blocks.Count(block => block.Language == "csharp");
        Assert.That(Programs.Count(program => program.Page == page), Is.EqualTo(shown).And.AtLeast(2));
    }

    [TestCaseSource(nameof(Programs))]
    public void Its_programs_are_the_ones_that_are_compiled(object program)
    {
        PageProgram one = (PageProgram)program;
        string compiled = WithoutWhitespace(one.Compiled);
        Assert.That(PageProgram.Usings(one.Shown), Is.EqualTo(PageProgram.Usings(one.Compiled)));
        foreach (string part in one.ShownParts)
        {
            Assert.That(compiled, Does.Contain(WithoutWhitespace(part)), part);
        }
    }

    [TestCaseSource(nameof(Programs))]
    public void Its_programs_write_what_it_shows_below_them(object program)
    {
        PageProgram one = (PageProgram)program;
        Assert.That(one.ShownOutput.Language, Is.EqualTo("text"), "output follows a program");
        string written = ProgramOutput.Of(Guide.Program.All[one.Name]);
        Assert.That(written, Is.EqualTo(one.ShownOutput.Code), $"It writes:\n{written}");
    }

    private static string WithoutWhitespace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
