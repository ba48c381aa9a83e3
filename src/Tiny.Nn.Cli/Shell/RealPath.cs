namespace Tiny.Nn.Cli.Shell;

/// <summary>Where a path leads to at the end of all symbolic links, those of its directories too: two names may be of one file.</summary>
internal static class RealPath
{
    /// <summary>Longer chains are circles, as systems see it.</summary>
    private const int MostLinks = 40;

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>True where both names lead to one place, whether or not a file is there.</summary>
    internal static bool AreSame(string left, string right) => string.Equals(Resolve(left), Resolve(right), Comparison);

    /// <summary>The path itself where it cannot be followed.</summary>
    internal static string Resolve(string path)
    {
        try
        {
            return Resolve(Path.GetFullPath(path), MostLinks);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or UnauthorizedAccessException)
        {
            // What is no path, or may not be looked at, is told by whoever opens it.
            return path;
        }
    }

    private static string Resolve(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }
        string directory = Resolve(parent, links);
        string place = Path.Combine(directory, Path.GetFileName(path));
        return links > 0 && new FileInfo(place).LinkTarget is { } target
            ? Resolve(Path.GetFullPath(target, directory), links - 1)
            : place;
    }
}
