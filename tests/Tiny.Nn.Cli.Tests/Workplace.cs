namespace Tiny.Nn.Cli.Tests;

/// <summary>A directory of a test's own.</summary>
internal sealed class Workplace : IDisposable
{
    internal string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("tinynn-command-").FullName;

    /// <summary>The names of all that is in it.</summary>
    internal IEnumerable<string> Names =>
        System.IO.Directory.GetFileSystemEntries(Directory).Select(entry => System.IO.Path.GetFileName(entry));

    internal string Path(string name) => System.IO.Path.Combine(Directory, name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return name;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
