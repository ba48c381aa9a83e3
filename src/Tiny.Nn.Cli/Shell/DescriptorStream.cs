using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tiny.Nn.Cli.Shell;

/// <summary>Writes to a descriptor of Unix, and says so where nobody reads any more: the runtime's own stream for stdout keeps silent, and the program works on.</summary>
/// <param name="descriptor">Where to.</param>
/// <param name="isOwned">True where it is closed with the stream.</param>
/// <param name="isTerminal">True where it is a terminal: an error of input and output then means that it was closed.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class DescriptorStream(int descriptor, bool isOwned = false, bool isTerminal = false) : WriteOnlyStream
{
    /// <exception cref="ReaderGoneException">Nobody reads any more.</exception>
    /// <exception cref="IOException">It cannot be written for another reason.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            nint written = Posix.Write(descriptor, buffer);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }
            int error = Marshal.GetLastPInvokeError();
            if (error == Posix.BrokenPipe || (error == Posix.InputOutput && isTerminal))
            {
                throw new ReaderGoneException(Marshal.GetPInvokeErrorMessage(error));
            }
            if (error == Posix.TryAgain)
            {
                // A pipe that does not wait is full: its reader needs time.
                Thread.Sleep(1);
            }
            else if (error != Posix.Interrupted)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (isOwned && Interlocked.Exchange(ref descriptor, -1) is >= 0 and var open)
        {
            Posix.Close(open);
        }
        base.Dispose(disposing);
    }
}

/// <summary>Who reads what is written has enough, or is gone: the end of work that is done for them, and no error.</summary>
internal sealed class ReaderGoneException(string message) : IOException(message);
