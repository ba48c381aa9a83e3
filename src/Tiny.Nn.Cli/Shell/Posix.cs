using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tiny.Nn.Cli.Shell;

/// <summary>What Unix knows and the runtime does not tell: the disposition of a signal, whether a reader is gone, adding to a file in one piece.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Posix
{
    /// <summary>SIG_IGN.</summary>
    private const nint Ignore = 1;

    private const int WriteOnly = 1;

    /// <summary>EINTR.</summary>
    internal const int Interrupted = 4;

    /// <summary>EIO: of a terminal that is gone.</summary>
    internal const int InputOutput = 5;

    /// <summary>EPIPE.</summary>
    internal const int BrokenPipe = 32;

    /// <summary>ENXIO: of a named pipe that nobody reads.</summary>
    internal const int NoReader = 6;

    // Flags of open(2) and errors that have another number on each system.
    private static int Append => OperatingSystem.IsLinux() ? 0x400 : 0x8;

    private static int NonBlocking => OperatingSystem.IsLinux() ? 0x800 : 0x4;

    private static int CloseOnExec => OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    /// <summary>EAGAIN.</summary>
    internal static int TryAgain => OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>True where a signal is ignored.</summary>
    internal static bool IsIgnored(int signal)
    {
        nint before = SetSignal(signal, Ignore);
        if (before != Ignore)
        {
            SetSignal(signal, before);
        }
        return before == Ignore;
    }

    /// <summary>Writes some bytes to a descriptor, perhaps not all of them.</summary>
    /// <returns>How many; negative for an error, which <see cref="Marshal.GetLastPInvokeError"/> tells.</returns>
    internal static nint Write(int descriptor, ReadOnlySpan<byte> bytes) =>
        Write(descriptor, in MemoryMarshal.GetReference(bytes), bytes.Length);

    /// <summary>Opens a file that is there for adding to its end, whoever else does.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waits">False: a pipe that nobody reads is an error, and no reason to wait.</param>
    /// <returns>The descriptor; negative for an error.</returns>
    internal static int OpenToAppend(string path, bool waits) =>
        Open(path, WriteOnly | Append | CloseOnExec | (waits ? 0 : NonBlocking));

    /// <summary>Gives a variable of the environment a value that libraries see: what the runtime sets is for itself.</summary>
    internal static void SetVariable(string name, string value) => _ = SetVariable(name, value, 1);

    [LibraryImport("libc", EntryPoint = "setenv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int replaces);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, in byte bytes, nint count);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    private static partial nint SetSignal(int signal, nint handler);
}
