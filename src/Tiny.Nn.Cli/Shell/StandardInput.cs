namespace Tiny.Nn.Cli.Shell;

/// <summary>What stands for stdin on a command line, and in messages.</summary>
internal static class StandardInput
{
    /// <summary>In place of a path.</summary>
    internal const string Path = "-";

    /// <summary>In messages, and in a model's history.</summary>
    internal const string Name = "stdin";

    private static Stream? given;
    private static StreamReader? lines;

    /// <summary>True where nobody types it.</summary>
    internal static bool IsRedirected => given is not null || Console.IsInputRedirected;

    /// <summary>stdin as lines, one after the other.</summary>
    internal static TextReader Lines => lines ?? Console.In;

    /// <summary>Lets a run read this as its stdin, in place of that of the process, until disposed of.</summary>
    internal static IDisposable Use(Stream input)
    {
        given = input;
        lines = new StreamReader(input, leaveOpen: true);
        return new Taken();
    }

    /// <summary>stdin as bytes.</summary>
    /// <exception cref="UsageException">It is closed: a read would wait for ever.</exception>
    internal static Stream Open() =>
        given is not null ? given
        : IsClosed()
            ? throw new UsageException("stdin is closed.", Path, "Give the data through a pipe, or name a file.")
        : Console.OpenStandardInput();

    /// <summary>
    /// A descriptor that was closed at the start is held by the native program, which opens it for writing (start.c); on .NET it is given to the first thing that the
    /// runtime opens, a pipe that it writes to itself. Linux tells: it cannot be read, or both ends are this process's.
    /// </summary>
    private static bool IsClosed()
    {
        const string Descriptors = "/proc/self/fd";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Descriptors))
        {
            return false;
        }
        string? pipe = new FileInfo($"{Descriptors}/0").LinkTarget;
        return IsWritten("0")
            || pipe?.StartsWith("pipe:", StringComparison.Ordinal) == true
                && new DirectoryInfo(Descriptors)
                    .EnumerateFileSystemInfos()
                    .Any(descriptor => descriptor.LinkTarget == pipe && IsWritten(descriptor.Name));
    }

    /// <summary>Whether a descriptor is open for writing alone: the last octal digit of its flags is 1, O_WRONLY.</summary>
    private static bool IsWritten(string descriptor)
    {
        string file = $"/proc/self/fdinfo/{descriptor}";
        return File.Exists(file)
            && File.ReadLines(file)
                .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line.EndsWith('1'));
    }

    private sealed class Taken : IDisposable
    {
        public void Dispose()
        {
            lines?.Dispose();
            (given, lines) = (null, null);
        }
    }
}
