namespace Tiny.Nn.Source.Tests;

/// <summary>What the pages point to is there.</summary>
public sealed class DocumentationTests
{
    private static readonly string TestFolder = Path.Combine(Repository.Root, "tests");

    [TestCaseSource(typeof(Markdown), nameof(Markdown.Pages))]
    public void Links_lead_to_files(object page)
    {
        IEnumerable<string> missing = ((Markdown)page).LinkedFiles.Where(path => !Path.Exists(path));
        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(typeof(Markdown), nameof(Markdown.Pages))]
    public void Tests_that_are_named_exist(object page)
    {
        foreach ((string fixture, string test) in ((Markdown)page).NamedTests)
        {
            string[] files = Directory.GetFiles(TestFolder, fixture + ".cs", SearchOption.AllDirectories);
            Assert.That(files, Has.Length.EqualTo(1), fixture);
            bool exists = File.ReadAllText(files[0]).Contains($" {test}(", StringComparison.Ordinal);
            Assert.That(exists, Is.True, $"{fixture}.{test} is no test.");
        }
    }

    [Test]
    public void Links_and_tests_are_found_where_there_are_some()
    {
        Markdown readme = new("README.md");
        Assert.That(readme.LinkedFiles.Count(), Is.AtLeast(5));
        Assert.That(readme.NamedTests.Count(), Is.AtLeast(5));
    }

    [Test]
    public void The_gate_runs_the_commands_of_the_readme_that_no_other_test_runs()
    {
        string gate = File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run"));
        string[] first =
        [
            .. new Markdown("README.md").Blocks.First(block => block.Language == "bash").Code.Trim().Split('\n'),
        ];
        Assert.That(first, Has.Length.EqualTo(2), "one command that trains, one that tests");
        Assert.That(first[0], Does.Contain(" train data/iris.csv "));
        Assert.That(first[1], Does.StartWith("dotnet test "));
        foreach (string command in first)
        {
            Assert.That(gate, Does.Contain($"\n{command} "));
        }
    }
}
