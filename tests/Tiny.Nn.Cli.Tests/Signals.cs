using System.Diagnostics;
using System.Globalization;

namespace Tiny.Nn.Cli.Tests;

/// <summary>
/// Whether a child hears Ctrl-C and its kin. Who starts the tests by nohup, or in the background of a script, starts them with signals ignored, and children
/// inherit that: a signal that is ignored at the start stays so, as POSIX asks for.
/// </summary>
internal static class Signals
{
    /// <summary>HUP, INT and TERM.</summary>
    private static readonly int[] Numbers = [1, 2, 15];

    private const string Default = "--default-signal=INT,TERM,HUP";
    private static readonly Lazy<bool> CanReset = new(() => Ends("env", Default, "true"));

    /// <summary>True where this process ignores one of them, and so do its children, unless they are started by <see cref="Heeding"/>.</summary>
    internal static bool AreIgnored { get; } = ReadIgnored();

    /// <summary>A child that hears the signals, however the tests were started; a test that cannot have one is skipped, and says why.</summary>
    internal static ProcessStartInfo Heeding(ProcessStartInfo start)
    {
        if (!AreIgnored)
        {
            return start;
        }
        if (!CanReset.Value)
        {
            Assert.Ignore("The tests were started with signals ignored, and env cannot undo it here.");
        }
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, Default);
        start.FileName = "env";
        return start;
    }

    /// <summary>Sends a signal to a process.</summary>
    internal static void Send(string name, int process) =>
        Ends("kill", $"-{name}", process.ToString(CultureInfo.InvariantCulture));

    private static bool Ends(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>The mask that Linux tells: the bit of a signal is its number less one.</summary>
    private static bool ReadIgnored()
    {
        const string Status = "/proc/self/status";
        const string Mask = "SigIgn:";
        string? line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal))
            : null;
        return line is not null
            && (
                ulong.Parse(line.AsSpan(Mask.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                & Numbers.Aggregate(0UL, (mask, number) => mask | (1UL << (number - 1)))
            ) != 0;
    }
}
