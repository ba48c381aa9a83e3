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
    public void Symbols_and_validation_are_made_when_packing_and_the_icon_has_its_drawing()
    {
        string packages = File.ReadAllText(Path.Combine(Repository.Root, "src", "Directory.Build.props"));
        Assert.That(packages, Does.Contain("<PackageIcon>icon.png<").And.Contain("<EnablePackageValidation>true<"));
        Assert.That(packages, Does.Contain("<SymbolPackageFormat>snupkg<"));
        XElement drawing = XElement.Load(Path.Combine(Repository.Root, "src", "icon.svg"));
        Assert.That(drawing.Attribute("viewBox")!.Value, Is.EqualTo("0 0 128 128"));
        Assert.That(new FileInfo(Path.Combine(Repository.Root, "src", "icon.png")).Length, Is.InRange(500, 1_000_000));
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
