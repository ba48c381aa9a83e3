using System.CommandLine;
using System.Globalization;
using System.Text;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Cli.Job;

/// <summary>The job that this process is a part of, where a launcher of MPI started it and its command makes one run of them all.</summary>
internal static class JoinedJob
{
    private static readonly TimeSpan PassingOn = TimeSpan.FromMilliseconds(300);

    private static MpiLibrary? joined;
    private static MpiRanks? ranks;

    /// <summary>Joins the others, once, and shares stdin with them; a process on its own where there is no launcher, or only one process.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="session">Where to say how many there are, and where.</param>
    /// <exception cref="JobException">There is no library of MPI, or one of another launcher.</exception>
    internal static IRanks Join(ParseResult parsed, Session session)
    {
        if (!Launcher.IsThere || Launcher.Size == 1)
        {
            return OneRank.OfMachine;
        }
        if (ranks is null)
        {
            HasBegun = true;
            if (parsed.Tokens.Any(token => token.Value == "--stream"))
            {
                throw new UsageException(
                    "Rows in files are for one process: several would write the same files.",
                    "--stream",
                    "Leave it out, or train in one process, whose steps --shards and --threads share."
                );
            }
            MpiLibrary library = MpiLibrary.Load();
            (int rank, int count) = library.Initialize();
            joined = library;
            if (rank != Launcher.Rank || count != (Launcher.Size ?? count))
            {
                throw new JobException(
                    ExitCode.BrokenJob,
                    $"The launcher says rank {Launcher.Rank} of {Launcher.Size}, and the library of MPI ({library.Version}) rank {rank} of {count}: it belongs to another launcher.",
                    $"rank {Launcher.Rank} on {Environment.MachineName}",
                    $"Start the job with the launcher of that library, or name another one in {Launcher.LibraryVariable}."
                );
            }
            ranks = new MpiRanks(library, rank, count);
            Meet(session, ranks, library);
            SharedInput.ShareStdin(parsed, ranks);
        }
        return ranks;
    }

    /// <summary>Waits for the others, and leaves them. Until then none may go: a launcher takes that for a death.</summary>
    internal static void Leave()
    {
        if (ranks is not null && joined is not null)
        {
            ranks.AllGather([]);
            joined.Leave();
            (ranks, joined) = (null, null);
        }
    }

    /// <summary>Ends all processes, since this one cannot go on.</summary>
    internal static void Abort(int exitCode)
    {
        if (joined is not null)
        {
            // A launcher that ends a job at once may lose what was said last.
            Thread.Sleep(PassingOn);
            joined.Abort(exitCode);
        }
    }

    /// <summary>True from when on this process went to join the others.</summary>
    internal static bool HasBegun { get; private set; }

    /// <summary>Whoever may run on the same processors shares them.</summary>
    private static void Meet(Session session, MpiRanks all, MpiLibrary library)
    {
        string own = $"{Environment.MachineName}\n{Processors()}";
        string[] places = [.. all.AllGather(Encoding.UTF8.GetBytes(own)).Select(Encoding.UTF8.GetString)];
        all.Threads = Math.Max(1, Environment.ProcessorCount / places.Count(place => place == own));
        int hosts = places.Select(place => place.Split('\n')[0]).Distinct(StringComparer.Ordinal).Count();
        session.Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"job     {all.Count} ranks on {hosts} host{(hosts == 1 ? "" : "s")}, {library.Version}"
            )
        );
    }

    /// <summary>Which processors this process may run on, as Linux tells; a launcher may have bound it to some.</summary>
    private static string Processors()
    {
        const string Status = "/proc/self/status";
        return OperatingSystem.IsLinux() && File.Exists(Status)
            ? File.ReadLines(Status)
                .FirstOrDefault(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal))
                ?? ""
            : "";
    }
}
