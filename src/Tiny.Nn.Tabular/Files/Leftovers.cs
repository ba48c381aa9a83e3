using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Tabular.Files;

/// <summary>
/// Temporary files that a killed process left. The name of each says on which machine which process writes it, <c>.tinynn-1f0c5a3e-4711-x7k2m9qa1b3.tmp</c>,
/// so what is still being written is left alone.
/// </summary>
/// <remarks>
/// Processes of this machine (in a container: of this container) are asked for: a file whose process has ended goes. Of others, and of names that tell no
/// process, a file goes that nobody has written to for a day.
/// </remarks>
internal static partial class Leftovers
{
    private const string Pattern = ".tinynn-*.tmp";
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Process numbers are used again: an owner that is younger than its file by this much is another process.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    private static readonly string Machine = NameMachine();

    /// <summary>A name for a temporary file of this process, different each time.</summary>
    internal static string NewName()
    {
        string chance = Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $".tinynn-{Machine}-{Environment.ProcessId}-{chance}.tmp");
    }

    /// <summary>Deletes what killed processes left in a directory. What cannot be looked at or deleted stays.</summary>
    internal static void Delete(string directory)
    {
        try
        {
            foreach (FileInfo file in new DirectoryInfo(directory).EnumerateFiles(Pattern))
            {
                if (IsLeft(file))
                {
                    file.Delete();
                }
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // It is no more than tidying up: whether the directory takes a file is found out next.
        }
    }

    private static bool IsLeft(FileInfo file)
    {
        if (file.LinkTarget is not null || !Named().IsMatch(file.Name))
        {
            return false;
        }
        Match owned = Owned().Match(file.Name);
        return
            owned.Success
            && owned.Groups["machine"].Value == Machine
            && int.TryParse(owned.Groups["process"].ValueSpan, CultureInfo.InvariantCulture, out int process)
            ? HasEnded(process, file.LastWriteTimeUtc)
            : DateTime.UtcNow - file.LastWriteTimeUtc > Forgotten;
    }

    private static bool HasEnded(int number, DateTime written)
    {
        try
        {
            using Process process = Process.GetProcessById(number);
            return process.StartTime.ToUniversalTime() - written > ClockTolerance;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception cause) when (cause is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The machine, and in a container the space in which its processes are numbered.</summary>
    private static string NameMachine()
    {
        string? numbering = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return $"{Hash($"{Environment.MachineName} {numbering}"):x8}";
    }

    /// <summary>FNV-1a, 32 bits. A cryptographic hash would load a library larger than this program.</summary>
    private static uint Hash(string name) =>
        Encoding.UTF8.GetBytes(name).Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));

    [GeneratedRegex(@"^\.tinynn-[0-9a-z.-]+\.tmp\z")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\.tinynn-(?<machine>[0-9a-f]{8})-(?<process>[0-9]{1,10})-[0-9a-z]+\.tmp\z")]
    private static partial Regex Owned();
}
