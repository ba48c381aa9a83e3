using System.Text;

namespace Tiny.Nn.Cli.Tests.Job;

/// <summary>The launchers of MPI that the environment names, as <c>.ci/mpi</c> finds them; their tests are skipped where it names none.</summary>
internal static class Launched
{
    private const string Variable = "TINYNN_MPI_LAUNCHERS";

    private static readonly string[] All = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(
        ' ',
        StringSplitOptions.RemoveEmptyEntries
    );

    /// <summary>Their names; a word that stands for them where there are none, so that a test is skipped and not missing.</summary>
    internal static IEnumerable<string> Names => All.Length > 0 ? All : ["none"];

    /// <summary>Skips a test where there is no launcher.</summary>
    internal static void Require(string launcher)
    {
        if (!All.Contains(launcher))
        {
            Assert.Ignore($"{Variable} names no launcher of MPI: bash .ci/mpi.");
        }
    }

    /// <summary>Starts so many processes.</summary>
    internal static Background Start(string launcher, int count, Workplace place, params string[] arguments)
    {
        Require(launcher);
        return Background.Under([launcher, "-n", $"{count}"], place, arguments);
    }

    /// <summary>Runs so many processes to their end.</summary>
    internal static Run Run(string launcher, int count, Workplace place, params string[] arguments) =>
        End(Start(launcher, count, place, arguments), "");

    /// <summary>Waits for the end of a job.</summary>
    internal static Run End(Background job, string input)
    {
        using (job)
        {
            job.Say(input);
            job.WaitForExit();
            return new Run(job.ExitCode, job.Output, job.Error);
        }
    }

    /// <summary>The process of a job that is so many-th, found by its environment and its directory.</summary>
    internal static int ProcessOf(int rank, Workplace place)
    {
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), out int process) && IsOf(directory, rank, place))
            {
                return process;
            }
        }
        throw new AssertionException($"There is no rank {rank}.");
    }

    private static bool IsOf(string directory, int rank, Workplace place)
    {
        try
        {
            string[] variables = Encoding.UTF8.GetString(File.ReadAllBytes($"{directory}/environ")).Split('\0');
            string[] words = Encoding.UTF8.GetString(File.ReadAllBytes($"{directory}/cmdline")).Split('\0');
            return variables.Intersect([$"PMI_RANK={rank}", $"OMPI_COMM_WORLD_RANK={rank}"]).Any()
                && words.Contains("train")
                && new FileInfo($"{directory}/cwd").LinkTarget == place.Directory;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
