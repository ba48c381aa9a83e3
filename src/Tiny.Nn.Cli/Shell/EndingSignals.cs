using System.Globalization;
using System.Runtime.InteropServices;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Shell;

/// <summary>A signal that asks a process to end.</summary>
/// <param name="Signal">As the runtime calls it.</param>
/// <param name="Number">As POSIX numbers it.</param>
/// <param name="Said">What it is called in a message.</param>
internal sealed record EndingSignal(PosixSignal Signal, int Number, string Said)
{
    /// <summary>What a process ends with that it ended, as a shell counts it.</summary>
    internal int ExitCode => Shell.ExitCode.BySignal + Number;
}

/// <summary>
/// Ctrl-C, <c>kill</c> and a closed terminal. Whoever has something to save puts the end off; else the process ends as the system would have it, without
/// leaving a temporary file. A signal that was ignored at the start, by nohup or in the background of a script, stays ignored:
/// all but SIGTERM, which the runtime catches before any of this is asked.
/// </summary>
internal static partial class EndingSignals
{
    private static readonly EndingSignal[] All =
    [
        new(PosixSignal.SIGINT, 2, "interrupted"),
        new(PosixSignal.SIGTERM, 15, "terminated"),
        new(PosixSignal.SIGHUP, 1, "the terminal was closed"),
    ];

    private static volatile Func<EndingSignal, bool>? putsOff;

    /// <summary>Heeds the signals until disposed of.</summary>
    internal static IDisposable Heed() =>
        new Registrations([
            .. All.Where(signal => !IsIgnored(signal.Number))
                .Select(signal => PosixSignalRegistration.Create(signal.Signal, context => End(context, signal))),
        ]);

    /// <summary>Asks this one first, until disposed of.</summary>
    /// <param name="listener">Tells whether the process goes on. Called on another thread.</param>
    internal static IDisposable PutOff(Func<EndingSignal, bool> listener)
    {
        putsOff = listener;
        return new Registrations([]);
    }

    private static void End(PosixSignalContext context, EndingSignal signal)
    {
        context.Cancel = putsOff?.Invoke(signal) == true;
        if (!context.Cancel)
        {
            TemporaryFile.DeleteAll();
        }
    }

    /// <summary>Linux tells the mask of ignored signals, in which the bit of a signal is its number less one.</summary>
    private static bool IsIgnored(int signal)
    {
        const string Status = "/proc/self/status";
        const string Mask = "SigIgn:";
        if (OperatingSystem.IsLinux() && File.Exists(Status))
        {
            string? line = File.ReadLines(Status)
                .FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal));
            return line is not null
                && ulong.TryParse(
                    line.AsSpan(Mask.Length).Trim(),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out ulong ignored
                )
                && (ignored >> (signal - 1) & 1) != 0;
        }
        return !OperatingSystem.IsWindows() && Posix.IsIgnored(signal);
    }

    private sealed class Registrations(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            putsOff = null;
            foreach (PosixSignalRegistration registration in registrations)
            {
                registration.Dispose();
            }
        }
    }
}
