namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>Who may name whom: projects by their references, folders by the tables of docs/architecture.md, files by no circle.</summary>
public sealed class FloorTests
{
    private const string Root = "root";
    private static readonly IReadOnlyList<string> Projects = Repository.Projects;

    [TestCaseSource(nameof(Projects))]
    public void A_folder_names_just_those_that_its_row_lists(string project)
    {
        Dictionary<string, string> actual = Folders(project)
            .ToDictionary(arrows => arrows.Key, arrows => List(arrows.Value));
        Dictionary<string, string> listed = FloorTable
            .Projects[project]
            .ToDictionary(row => row.Folder, row => List(row.Below));
        IEnumerable<string> rows = actual.OrderBy(row => row.Key).Select(row => $"| {row.Key} | {row.Value} |");
        Assert.That(listed, Is.EquivalentTo(actual), $"The compiled types say:\n{string.Join('\n', rows)}\n");
    }

    [TestCaseSource(nameof(Projects))]
    public void A_row_stands_below_those_that_it_lists(string project)
    {
        List<string> above = ["nothing"];
        foreach ((string folder, string[] below) in FloorTable.Projects[project])
        {
            Assert.That(below, Is.SubsetOf(above), $"{project}/{folder}");
            above.Add(folder);
        }
    }

    [TestCaseSource(nameof(Projects))]
    public void No_folders_go_in_a_circle(string project) => Assert.That(Text(Circles.Of(Folders(project))), Is.Empty);

    [TestCaseSource(nameof(Projects))]
    public void No_files_go_in_a_circle(string project)
    {
        Dictionary<string, IReadOnlySet<string>> files = SourceMap
            .Types.Where(type => type.Value.Project == project)
            .GroupBy(type => type.Value.ToString())
            .ToDictionary(
                file => file.Key,
                file =>
                    (IReadOnlySet<string>)
                        file.SelectMany(type => CompiledTypes.NamesButHeirs.GetValueOrDefault(type.Key, Nothing))
                            .Where(SourceMap.Types.ContainsKey)
                            .Select(name => SourceMap.Types[name].ToString())
                            .Where(other => other != file.Key)
                            .ToHashSet()
            );
        IEnumerable<string> found = Circles.Of(files).Select(circle => string.Join(" ↔ ", circle.Select(Name)));
        Assert.That(found, Is.Empty);
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    [Test]
    public void Every_compiled_type_is_found_in_a_file() =>
        Assert.That(
            CompiledTypes.Names.Keys.Where(name => !name.Contains('<', StringComparison.Ordinal)),
            Is.SubsetOf(SourceMap.Types.Keys)
        );

    [Test]
    public void A_circle_is_seen()
    {
        Dictionary<string, IReadOnlySet<string>> arrows = new()
        {
            ["a"] = new HashSet<string> { "b" },
            ["b"] = new HashSet<string> { "c" },
            ["c"] = new HashSet<string> { "a", "d" },
            ["d"] = new HashSet<string>(),
        };
        Assert.That(
            Circles.Of(arrows),
            Is.EqualTo(
                (string[][])
                    [
                        ["a", "b", "c"],
                    ]
            )
        );
    }

    [Test]
    public void The_engine_stands_on_nothing_but_the_runtime() =>
        Assert.That(
            CompiledTypes.Assemblies[0].GetReferencedAssemblies().Select(assembly => assembly.Name),
            Is.All.StartsWith("System.")
        );

    private static string Text(IEnumerable<string[]> circles) =>
        string.Join('\n', circles.Select(circle => string.Join(" ↔ ", circle)));

    private static IReadOnlySet<string> Nothing { get; } = new HashSet<string>();

    /// <summary>From each folder of a project to the folders of the same project that its types name.</summary>
    private static Dictionary<string, IReadOnlySet<string>> Folders(string project) =>
        SourceMap
            .Types.Where(type => type.Value.Project == project)
            .GroupBy(type => Folder(type.Value))
            .ToDictionary(
                folder => folder.Key,
                folder =>
                    (IReadOnlySet<string>)
                        folder
                            .SelectMany(type => CompiledTypes.Names.GetValueOrDefault(type.Key, Nothing))
                            .Where(SourceMap.Types.ContainsKey)
                            .Select(name => SourceMap.Types[name])
                            .Where(file => file.Project == project && Folder(file) != folder.Key)
                            .Select(Folder)
                            .ToHashSet()
            );

    private static string Folder(SourceFile file) =>
        file.Path.Contains('/', StringComparison.Ordinal) ? file.Path[..file.Path.LastIndexOf('/')] : Root;

    private static string List(IEnumerable<string> names)
    {
        string list = string.Join(", ", names.Order(StringComparer.Ordinal));
        return list.Length == 0 ? "nothing" : list;
    }
}
