namespace Tiny.Nn.Tests.Shared;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>The projects below <c>src</c>, each above those that it may name.</summary>
    internal static IReadOnlyList<string> Projects { get; } =
    ["Tiny.Nn", "Tiny.Nn.Tabular", "Tiny.Nn.Parquet", "Tiny.Nn.Teaching", "Tiny.Nn.Cli"];

    /// <summary>All files of all projects.</summary>
    internal static IReadOnlyList<SourceFile> Source { get; } = [.. Projects.SelectMany(Files)];

    private static IEnumerable<SourceFile> Files(string project)
    {
        string folder = Path.Combine(Root, "src", project);
        return from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
            where
                !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
            orderby path
            select new SourceFile(project, path, File.ReadAllLines(file));
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TinyNn.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("TinyNn.sln is in no folder above the tests.");
    }
}
