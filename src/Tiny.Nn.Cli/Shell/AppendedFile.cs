using System.Runtime.InteropServices;

namespace Tiny.Nn.Cli.Shell;

/// <summary>
/// A file to whose end lines are added, each in one piece: several processes that add to one file tear none. Where the system knows no such thing (Windows),
/// the second process is refused.
/// </summary>
internal static class AppendedFile
{
    /// <summary>Opens the file, or a new one.</summary>
    /// <param name="path">The file; its directory is made where it is not there.</param>
    /// <exception cref="IOException">It cannot be written, or is a pipe that nobody reads.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="ArgumentException">It is no name of a file.</exception>
    internal static Stream Open(string path)
    {
        string file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        if (!File.Exists(file) && !Directory.Exists(file))
        {
            using FileStream created = new(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }

        // A pipe is opened twice: without waiting, to know that somebody reads; then for writes that wait until they do.
        int looked = Posix.OpenToAppend(file, waits: false);
        if (looked < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            throw new IOException(
                error == Posix.NoReader ? "Nobody reads this pipe" : Marshal.GetPInvokeErrorMessage(error)
            );
        }
        int descriptor = Posix.OpenToAppend(file, waits: true);
        int missed = Marshal.GetLastPInvokeError();
        Posix.Close(looked);
        return descriptor >= 0
            ? new DescriptorStream(descriptor, isOwned: true)
            : throw new IOException(Marshal.GetPInvokeErrorMessage(missed));
    }
}
