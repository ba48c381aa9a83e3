namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>The programs of the README compile, run, and write what it says they write.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    private static readonly Markdown Readme = new("README.md");
    private static readonly Action[] Examples = [ReadmeExamples.FromATable, ReadmeExamples.StepByStep];

    [Test]
    public void Its_programs_are_the_ones_that_are_compiled()
    {
        string file = Path.Combine(Repository.Root, "tests", "Tiny.Nn.Source.Tests", "Readme", "ReadmeExamples.cs");
        string compiled = WithoutWhitespace(File.ReadAllText(file));
        string[] shown = [.. Readme.Blocks.Where(block => block.Language == "csharp").Select(block => block.Code)];
        Assert.That(shown, Has.Length.EqualTo(Examples.Length));
        foreach (string code in shown)
        {
            Assert.That(compiled, Does.Contain(WithoutWhitespace(code)), code);
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Its_programs_write_what_it_shows_below_them(int example)
    {
        int[] programs =
        [
            .. Readme.Blocks.Index().Where(block => block.Item.Language == "csharp").Select(block => block.Index),
        ];
        CodeBlock shown = Readme.Blocks[programs[example] + 1];
        Assert.That(shown.Language, Is.EqualTo("text"), "output follows a program");
        string written = Output(Examples[example]);
        Assert.That(written, Is.EqualTo(shown.Code), $"It writes:\n{written}");
    }

    /// <summary>What a program writes, in a directory of its own with the data beside it.</summary>
    private static string Output(Action program)
    {
        string before = Directory.GetCurrentDirectory();
        TextWriter console = Console.Out;
        DirectoryInfo place = Directory.CreateTempSubdirectory("tinynn-readme-");
        using StringWriter written = new() { NewLine = "\n" };
        try
        {
            DirectoryInfo data = place.CreateSubdirectory("data");
            File.Copy(Path.Combine(Repository.Root, "data", "iris.csv"), Path.Combine(data.FullName, "iris.csv"));
            Directory.SetCurrentDirectory(place.FullName);
            Console.SetOut(written);
            program();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
            place.Delete(recursive: true);
        }
        return written.ToString();
    }

    private static string WithoutWhitespace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
