using System.Text;

namespace Tiny.Nn.Cli.Shell;

/// <summary>
/// stdout, which carries data, and stderr, which carries messages: UTF-8 without a byte-order mark, lines that end with LF.
/// The same bytes whatever the machine's settings are.
/// </summary>
internal sealed class StandardStreams : IDisposable
{
    /// <summary>STDOUT_FILENO.</summary>
    private const int StandardOutput = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>stdout as bytes, not buffered.</summary>
    private static Stream Open() =>
        OperatingSystem.IsWindows()
            ? Console.OpenStandardOutput()
            : new DescriptorStream(StandardOutput, isTerminal: !Console.IsOutputRedirected);

    /// <summary>stdout, buffered: flush it.</summary>
    internal StreamWriter Output { get; } = new(Open(), Utf8, bufferSize: 1 << 16) { NewLine = "\n" };

    /// <summary>stderr, at once, and if it can be: a message that gets lost spoils no work. A signal may write while the program does.</summary>
    internal TextWriter Messages { get; } =
        TextWriter.Synchronized(
            new StreamWriter(new ForgivingStream(Console.OpenStandardError()), Utf8, bufferSize: 1 << 10)
            {
                NewLine = "\n",
                AutoFlush = true,
            }
        );

    /// <summary>What is still in the buffer stays there: an error may have been why nobody flushed it.</summary>
    public void Dispose() => Messages.Dispose();
}
