namespace Tiny.Nn.Tests.Shared;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    /// <summary>All files of the library: paths with forward slashes, from its own folder on.</summary>
    internal static IReadOnlyList<SourceFile> Library { get; } =
    [
        .. from file in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Folder, file).Replace('\\', '/')
        where !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
        orderby path
        select new SourceFile(path, File.ReadAllLines(file)),
    ];

    private static string Folder => Path.Combine(Root, "src", "Tiny.Nn");

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

/// <summary>A file of source code.</summary>
/// <param name="Path">From the project's folder on.</param>
/// <param name="Lines">Its text.</param>
internal sealed record SourceFile(string Path, string[] Lines)
{
    /// <summary>The floor it stands on: its first folder.</summary>
    internal string Floor => Path.Split('/')[0];

    /// <summary>Its folders as a namespace.</summary>
    internal string FolderAsNamespace => string.Join('.', Path.Split('/')[..^1].Prepend("Tiny.Nn"));

    /// <summary>The text without what stands behind <c>//</c>.</summary>
    internal string Code => string.Join('\n', Lines.Select(line => line.Split("//")[0]));

    public override string ToString() => Path;
}
