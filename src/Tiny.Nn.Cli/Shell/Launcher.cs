using System.Globalization;

namespace Tiny.Nn.Cli.Shell;

/// <summary>What started this process, where that was a launcher of MPI: it tells each process which one it is.</summary>
internal static class Launcher
{
    /// <summary>The library of MPI; <c>none</c> for a process on its own, such as one that a rank starts.</summary>
    internal const string LibraryVariable = "TINYNN_MPI_LIBRARY";

    private const string OpenMpiRank = "OMPI_COMM_WORLD_RANK";

    private static readonly string[] Ranks = [OpenMpiRank, "PMI_RANK", "PMIX_RANK"];
    private static readonly string[] Sizes = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE"];

    /// <summary>True where there is one.</summary>
    internal static bool IsThere { get; } =
        Find(Ranks) is not null && Environment.GetEnvironmentVariable(LibraryVariable) != "none";

    /// <summary>True where it is that of Open MPI.</summary>
    internal static bool IsOpenMpi => Environment.GetEnvironmentVariable(OpenMpiRank) is not null;

    /// <summary>Which process this is, from 0 on; 0 where there is no launcher.</summary>
    internal static int Rank { get; } = IsThere ? Find(Ranks)!.Value : 0;

    /// <summary>How many there are; null where it does not tell.</summary>
    internal static int? Size { get; } = IsThere ? Find(Sizes) : null;

    /// <summary>Keeps the runtime from taking a pipe that looks like a terminal, as Open MPI makes one for stdout, for a terminal: it would write how to use the keys.</summary>
    internal static void ForgetTerminal()
    {
        if (IsThere)
        {
            Environment.SetEnvironmentVariable("TERM", "dumb");
        }
    }

    private static int? Find(IEnumerable<string> names) =>
        names
            .Select(name =>
                int.TryParse(
                    Environment.GetEnvironmentVariable(name),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int value
                )
                    ? value
                    : (int?)null
            )
            .FirstOrDefault(value => value is not null);
}

/// <summary>The processes that a launcher started cannot make one run.</summary>
/// <param name="exitCode">What the process ends with.</param>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">Of which rank, or what.</param>
/// <param name="advice">What to do about it.</param>
internal sealed class JobException(int exitCode, string what, string where, string advice)
    : Exception($"{where}: {what} {advice}")
{
    internal int ExitCode { get; } = exitCode;

    internal string What { get; } = what;

    internal string Where { get; } = where;

    internal string Advice { get; } = advice;
}
