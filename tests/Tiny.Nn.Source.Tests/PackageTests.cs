using System.Xml.Linq;

namespace Tiny.Nn.Source.Tests;

/// <summary>What a package says of itself where packages are listed.</summary>
public sealed class PackageTests
{
    private static IEnumerable<string> Projects =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder))
            .Order();

    [TestCaseSource(nameof(Projects))]
    public void A_package_has_a_page_and_a_description(string project)
    {
        string folder = Path.Combine(Repository.Root, "src", project);
        XElement file = XElement.Load(Path.Combine(folder, project + ".csproj"));
        Assert.That(file.Descendants("Description").Single().Value, Has.Length.InRange(40, 200));
        string page = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.That(page, Does.StartWith("# "));
        Assert.That(page, Does.Not.Contain("]("), "where packages are listed, a link to a file leads nowhere");
    }

    [Test]
    public void All_packages_have_a_licence_and_authors_and_show_their_page()
    {
        string common = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props"));
        string packages = File.ReadAllText(Path.Combine(Repository.Root, "src", "Directory.Build.props"));
        Assert.That(common, Does.Contain("<PackageLicenseExpression>MIT<"));
        Assert.That(packages, Does.Contain("<PackageReadmeFile>README.md<").And.Contain("<Authors>"));
    }
}
