using System.IO.Compression;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace Tiny.Nn.Cli.Tests.Publishing;

/// <summary>The packages of the libraries: what is in them, and that a program which has nothing else does what the README says.</summary>
internal sealed class LibraryPackageTests : PackageTests
{
    private const string Program = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Tiny.Nn.Teaching" Version="*" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The source of a file, inside of the symbols.</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static readonly (string Package, string[] Needs)[] Libraries =
    [
        ("Tiny.Nn", []),
        ("Tiny.Nn.Tabular", ["CsvHelper", "MathNet.Numerics", "Tiny.Nn"]),
        ("Tiny.Nn.Parquet", ["Parquet.Net", "Tiny.Nn.Tabular"]),
        ("Tiny.Nn.Teaching", ["Tiny.Nn.Tabular"]),
    ];

    private static IEnumerable<TestCaseData> Packages =>
        Libraries.Select(library => new TestCaseData(library.Package, library.Needs));

    [TestCaseSource(nameof(Packages))]
    public void A_package_has_page_icon_and_licence_and_needs_what_is_told(string package, string[] needs)
    {
        using ZipArchive archive = ZipFile.OpenRead(Find(package, "nupkg"));
        XElement about = XElement.Load(Entry(archive, $"{package}.nuspec"));
        string Told(string name) => about.Descendants().Single(element => element.Name.LocalName == name).Value;
        Assert.That(Text(archive, Told("readme")), Does.StartWith($"# {package}\n"));
        Assert.That(SizeOf(archive, Told("icon")), Is.EqualTo((128, 128)));
        Assert.That(Told("license"), Is.EqualTo("MIT"));
        Assert.That(
            about
                .Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => element.Attribute("id")!.Value)
                .Order(),
            Is.EqualTo(needs)
        );
        XElement repository = about.Descendants().Single(element => element.Name.LocalName == "repository");
        Assert.That(repository.Attribute("commit")?.Value, Does.Match("^[0-9a-f]{40}$"));
        Assert.That(repository.Attribute("url"), Is.Null, "no host is named that nobody has chosen");
        Assert.That(archive.GetEntry($"lib/net10.0/{package}.xml"), Is.Not.Null);
    }

    /// <summary>The libraries see each other's internals: only those of one build go together.</summary>
    [TestCaseSource(nameof(Packages))]
    public void Packages_of_one_version_go_together_and_no_others(string package, string[] needs)
    {
        using ZipArchive archive = ZipFile.OpenRead(Find(package, "nupkg"));
        XElement about = XElement.Load(Entry(archive, $"{package}.nuspec"));
        string version = about.Descendants().First(element => element.Name.LocalName == "version").Value;
        foreach (XElement need in about.Descendants().Where(element => element.Name.LocalName == "dependency"))
        {
            bool isOwn = Libraries.Any(library => library.Package == need.Attribute("id")!.Value);
            Assert.That(need.Attribute("version")!.Value == $"[{version}]", Is.EqualTo(isOwn));
        }
    }

    [TestCaseSource(nameof(Packages))]
    public void Symbols_lie_beside_it_with_all_sources_and_paths_of_no_computer(string package, string[] needs)
    {
        using ZipArchive archive = ZipFile.OpenRead(Find(package, "snupkg"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(
            Entry(archive, $"lib/net10.0/{package}.pdb")
        );
        MetadataReader reader = provider.GetMetadataReader();
        HashSet<EntityHandle> embedded =
        [
            .. reader
                .CustomDebugInformation.Select(reader.GetCustomDebugInformation)
                .Where(information => reader.GetGuid(information.Kind) == EmbeddedSource)
                .Select(information => information.Parent),
        ];
        Assert.That(reader.Documents, Is.Not.Empty);
        foreach (DocumentHandle document in reader.Documents)
        {
            string path = reader.GetString(reader.GetDocument(document).Name);
            Assert.That(path, Does.StartWith("/_"), "a deterministic build");
            Assert.That(embedded, Does.Contain((EntityHandle)document), path);
        }
    }

    [Test]
    public void An_empty_program_that_refers_to_them_writes_what_the_readme_says()
    {
        Directory.CreateDirectory(Place.Path("data"));
        File.Copy(Samples.Iris, Place.Path("data/iris.csv"));
        Place.Write("Program.csproj", Program);
        CodeBlock[] blocks = [.. new Markdown("README.md").Blocks];
        int programs = 0;
        foreach ((int place, CodeBlock block) in blocks.Index().Where(block => block.Item.Language == "csharp"))
        {
            Place.Write("Program.cs", block.Code);
            Assert.That(Dotnet("run").Output.ReplaceLineEndings("\n"), Is.EqualTo(blocks[place + 1].Code));
            programs++;
        }
        Assert.That(programs, Is.AtLeast(2));
    }

    private string Find(string package, string ending) =>
        Directory
            .GetFiles(Feed, $"{package}.*.{ending}")
            .Single(path => char.IsAsciiDigit(Path.GetFileName(path)[package.Length + 1]));

    /// <summary>A file of a package, in memory.</summary>
    private static MemoryStream Entry(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.GetEntry(name) ?? throw new FileNotFoundException(name);
        MemoryStream content = new();
        using Stream stream = entry.Open();
        stream.CopyTo(content);
        content.Position = 0;
        return content;
    }

    private static string Text(ZipArchive archive, string name)
    {
        using StreamReader reader = new(Entry(archive, name));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Width and height of a PNG, which stand behind its signature and the name of its first part.</summary>
    private static (int Width, int Height) SizeOf(ZipArchive archive, string name)
    {
        byte[] png = Entry(archive, name).ToArray();
        Assert.That(png[..8], Is.EqualTo(PngSignature));
        int Number(int place) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(place));
        return (Number(16), Number(20));
    }
}
