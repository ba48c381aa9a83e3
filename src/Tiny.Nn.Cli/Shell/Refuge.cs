using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Shell;

/// <summary>Where a file goes that took long to make and whose own place takes it no more: a full disk, a directory that was removed.</summary>
internal static class Refuge
{
    /// <summary>So many names are tried in a directory: none that is there is replaced.</summary>
    private const int MostNames = 100;

    /// <summary>Writes a file to the first place that takes it: beside the data, then in the temporary directory.</summary>
    /// <param name="path">Where it was to go.</param>
    /// <param name="source">The data, or what stands for stdin.</param>
    /// <param name="write">Writes the content.</param>
    /// <returns>Its path; null where no place takes it.</returns>
    internal static string? Write(string path, string source, Action<Stream> write)
    {
        string? beside = source == StandardInput.Path ? null : Path.GetDirectoryName(RealPath.Resolve(source));
        return new[] { beside, Path.GetTempPath() }
            .OfType<string>()
            .Select(directory => WriteIn(directory, Path.GetFileName(path), write))
            .FirstOrDefault(written => written is not null);
    }

    private static string? WriteIn(string directory, string name, Action<Stream> write)
    {
        for (int number = 1; number <= MostNames; number++)
        {
            string stem = Path.GetFileNameWithoutExtension(name);
            string free = number == 1 ? name : $"{stem}-{number}{Path.GetExtension(name)}";
            try
            {
                string path = Path.Combine(directory, free);
                AtomicFile.Create(path, write);
                return path;
            }
            catch (OutputException fault) when (fault.Fault == OutputFault.Exists)
            {
                // Another name.
            }
            catch (OutputException)
            {
                return null;
            }
        }
        return null;
    }
}
