namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>Opens a file of data.</summary>
internal static class DataFile
{
    /// <exception cref="DataException">There is no such file, or it may not be read.</exception>
    internal static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new DataException("A file is needed, and this is a directory.", path, "Name a CSV file in it.");
        }
        try
        {
            // The reader has a buffer of its own.
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException("There is no such file.", path, "Check the path and the name.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new DataException("The file may not be read.", path, "Ask for permission to read it.", fault);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, fault);
        }
    }

    /// <summary>The exception for a file or stream that cannot be read.</summary>
    internal static DataException Unreadable(string source, Exception fault) =>
        new(
            $"The data cannot be read: {fault.Message.TrimEnd('.')}.",
            source,
            "Check the file, or the program that it comes from.",
            fault
        );
}
