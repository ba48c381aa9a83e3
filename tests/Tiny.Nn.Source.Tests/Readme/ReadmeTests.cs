namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>The programs of the README, of the library's guide and of the packages' pages compile, run, and write what the pages say they write.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    /// <summary>The pages with programs, and the programs in their order.</summary>
    private static readonly (string Page, string[] Names)[] Pages =
    [
        ("README.md", ["Flowers", "ExclusiveOr"]),
        ("README.ja.md", ["Flowers"]),
        (
            "docs/library.md",
            [
                "TrainFromCsv",
                "ReadColumns",
                "TrainFromArrays",
                "TypedRows",
                "Threads",
                "ReadReport",
                "SearchForSettings",
                "Cancellation",
                "GoingOn",
                "OwnLoop",
                "OwnFunctions",
                "TableGradients",
            ]
        ),
        ("docs/scale.md", ["OnPaper"]),
        ("docs/full-batch.md", ["RosenbrocksValley"]),
        ("src/Tiny.Nn/README.md", ["EngineOnly"]),
        ("src/Tiny.Nn.Tabular/README.md", ["TrainFromCsv"]),
        ("src/Tiny.Nn.Teaching/README.md", ["CheckedGradients"]),
    ];

    private static readonly PageProgram[] Programs =
    [
        .. Pages.SelectMany(page => page.Names.Select((name, place) => new PageProgram(page.Page, name, place))),
    ];

    [Test]
    public void Every_program_of_a_page_is_one_that_is_compiled_and_every_one_is_shown()
    {
        Assert.That(Programs.Select(program => program.Name).Distinct(), Is.EquivalentTo(Guide.Program.All.Keys));
        foreach ((string page, string[] names) in Pages)
        {
            int shown = new Markdown(page).Blocks.Count(block => block.Language == "csharp");
            Assert.That(names, Has.Length.EqualTo(shown), page);
        }
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
