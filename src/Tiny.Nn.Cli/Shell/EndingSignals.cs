using System.Globalization;
using System.Runtime.InteropServices;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Shell;

/// <summary>A signal that asks a process to end.</summary>
/// <param name="Signal">As the runtime calls it.</param>
/// <param name="Number">As POSIX numbers it.</param>
/// <param name="Said">What it is called in a message.</param>
/// <param name="ExitCode">What a process ends with that it ended.</param>
internal sealed record EndingSignal(PosixSignal Signal, int Number, string Said, int ExitCode);

/// <summary>
/// Ctrl-C, <c>kill</c> and a closed terminal. Whoever has something to save puts the end off; else the process ends as the system would have it, without
/// leaving a temporary file. A signal that was ignored at the start, by nohup or in the background of a script, stays ignored:
/// all but SIGTERM, which the runtime catches before any of this is asked.
/// </summary>
internal static class EndingSignals
{
    private const int Hangup = 1;

    private static readonly EndingSignal[] All =
    [
        new(PosixSignal.SIGINT, 2, "interrupted", ExitCode.Interrupted),
        new(PosixSignal.SIGTERM, 15, "terminated", ExitCode.Terminated),
        new(PosixSignal.SIGHUP, Hangup, "the terminal was closed", ExitCode.HungUp),
    ];

    private static volatile Func<EndingSignal, bool>? putsOff;

    /// <summary>Heeds the signals until disposed of.</summary>
    internal static IDisposable Heed()
    {
        ulong ignored = FindIgnored();
        return new Registrations([
            .. All.Where(signal => (ignored & Bit(signal.Number)) == 0)
                .Select(signal => PosixSignalRegistration.Create(signal.Signal, context => End(context, signal))),
        ]);
    }

    /// <summary>Asks this one first, until disposed of.</summary>
    /// <param name="listener">Tells whether the process goes on. Called on another thread.</param>
    internal static IDisposable PutOff(Func<EndingSignal, bool> listener)
    {
        putsOff = listener;
        return new Listening();
    }

    private static void End(PosixSignalContext context, EndingSignal signal)
    {
        context.Cancel = putsOff?.Invoke(signal) == true;
        if (!context.Cancel)
        {
            TemporaryFile.DeleteAll();
        }
    }

    /// <summary>The signals that were ignored at the start. Linux tells the mask, in which the bit of a signal is its number less one.</summary>
    private static ulong FindIgnored()
    {
        const string Status = "/proc/self/status";
        const string Mask = "SigIgn:";
        if (!OperatingSystem.IsLinux() || !File.Exists(Status))
        {
            // Elsewhere only this one is asked for: the runtime has a handler of its own for the others, which a question would put out of order.
            return !OperatingSystem.IsWindows() && Posix.IsIgnored(Hangup) ? Bit(Hangup) : 0;
        }
        foreach (string line in File.ReadLines(Status))
        {
            if (line.StartsWith(Mask, StringComparison.Ordinal))
            {
                return ulong.Parse(
                    line.AsSpan(Mask.Length).Trim(),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                );
            }
        }
        return 0;
    }

    private static ulong Bit(int signal) => 1UL << (signal - 1);

    private sealed class Listening : IDisposable
    {
        public void Dispose() => putsOff = null;
    }

    private sealed class Registrations(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in registrations)
            {
                registration.Dispose();
            }
        }
    }
}
