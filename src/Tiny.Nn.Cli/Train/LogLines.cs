using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Train;

/// <summary>Events as lines of JSON in a file. A line that cannot be written is the end of the log, and not of the training.</summary>
internal sealed class LogLines(string path) : ILogEventSink, IDisposable
{
    private readonly JsonFormatter formatter = new("\n");
    private readonly Stream file = AppendedFile.Open(path);
    private readonly Lock gate = new();

    /// <summary>Why the log ended before its time; null where it did not.</summary>
    internal IOException? Fault { get; private set; }

    /// <inheritdoc/>
    public void Emit(LogEvent logEvent)
    {
        lock (gate)
        {
            if (Fault is not null)
            {
                return;
            }
            using StringWriter line = new();
            formatter.Format(logEvent, line);
            try
            {
                file.Write(Encoding.UTF8.GetBytes(line.ToString()));
            }
            catch (IOException fault)
            {
                Fault = fault;
            }
        }
    }

    public void Dispose() => file.Dispose();
}
