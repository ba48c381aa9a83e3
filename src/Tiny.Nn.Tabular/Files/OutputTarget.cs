namespace Tiny.Nn.Tabular.Files;

/// <summary>The checks of a place to write to, made before any work is done for it.</summary>
internal static class OutputTarget
{
    /// <summary>The full path of the file itself, at the end of all symbolic links.</summary>
    internal static string Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new OutputException("This is not the name of a file.", $"'{path}'", "Give the name of a file.");
        }
        FileInfo file = new(path);
        string target = file.LinkTarget is null
            ? Path.GetFullPath(path)
            : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
        {
            throw new OutputException("This is a directory.", path, "Add the name of a file in it.");
        }
        return Directory.Exists(Path.GetDirectoryName(target))
            ? target
            : throw new OutputException(
                "Its directory is not there.",
                path,
                $"Create {Path.GetDirectoryName(target)}, or write elsewhere."
            );
    }

    /// <summary>Refuses what a rename would replace although writing to it would not: devices, pipes, read-only files.</summary>
    internal static void RequireReplaceable(string path, string target)
    {
        if (!File.Exists(target))
        {
            return;
        }
        using var handle = File.OpenHandle(
            target,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete
        );
        try
        {
            // A device has no bytes, and only an ordinary file can be cut to the length it has.
            if (RandomAccess.GetLength(handle) == 0)
            {
                RandomAccess.SetLength(handle, 0);
            }
        }
        catch (Exception cause) when (cause is IOException or NotSupportedException)
        {
            throw new OutputException("This is a device or a pipe, not a file.", path, "Name a file.", cause);
        }
    }
}
