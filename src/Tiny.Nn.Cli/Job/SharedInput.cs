using System.CommandLine;
using System.Text;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Cli.Job;

/// <summary>What only the first process has: launchers give stdin to it alone, and files that it writes the others would read half.</summary>
internal static class SharedInput
{
    /// <summary>Gives every process the stdin of the first, where the command line asks for it.</summary>
    internal static void ShareStdin(ParseResult parsed, IRanks ranks)
    {
        if (ranks.Count == 1 || parsed.Tokens.All(token => token.Value != StandardInput.Path))
        {
            return;
        }
        using MemoryStream all = new();
        if (ranks.Number == 0)
        {
            using Stream input = StandardInput.Open();
            input.CopyTo(all);
        }
        StandardInput.Use(new MemoryStream(ranks.OfFirst(all.ToArray())));
    }

    /// <summary>Makes sure that all processes are about to make the same run.</summary>
    /// <param name="ranks">The processes.</param>
    /// <param name="version">The version of the command.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="source">What the data are called.</param>
    /// <param name="digest">A digest of the data.</param>
    /// <exception cref="JobException">Some process has something else; it is thrown on every one, and names the process.</exception>
    internal static void Require(
        IRanks ranks,
        string version,
        IEnumerable<KeyValuePair<string, string>> settings,
        string source,
        string digest
    )
    {
        if (ranks.Count == 1)
        {
            return;
        }
        string text = string.Join('\n', settings.Select(setting => $"--{setting.Key} {setting.Value}"));
        string[] own = [Environment.MachineName, version, source, digest, text];
        string[][] all =
        [
            .. ranks
                .AllGather(Encoding.UTF8.GetBytes(string.Join('\0', own)))
                .Select(bytes => Encoding.UTF8.GetString(bytes).Split('\0')),
        ];
        for (int rank = 1; rank < all.Length; rank++)
        {
            string where = $"rank {rank} on {all[rank][0]}";
            if (all[rank][1] != all[0][1])
            {
                throw new JobException(
                    ExitCode.BrokenJob,
                    $"The processes have tinynn in different versions: {all[rank][1]} there, {all[0][1]} at rank 0.",
                    where,
                    "Install the same version on every host."
                );
            }
            if (all[rank][4] != all[0][4])
            {
                throw new JobException(
                    ExitCode.BrokenJob,
                    $"The processes have different settings: {Difference(all[rank][4], all[0][4])}.",
                    where,
                    "Give every process the same command line, and the same files that it names."
                );
            }
            if (all[rank][2] != all[0][2] || all[rank][3] != all[0][3])
            {
                string first = all[rank][2] == all[0][2] ? "holds something else" : $"is {all[0][2]}";
                throw new JobException(
                    ExitCode.BadData,
                    $"The processes read different data: {all[rank][2]}, which at rank 0 {first}.",
                    where,
                    "Put the same file in the same place on every host, or in a directory that all of them share."
                );
            }
        }
    }

    private static string Difference(string there, string first)
    {
        string[] lines = there.Split('\n');
        string[] others = first.Split('\n');
        string[] odd =
        [
            .. lines.Except(others).Take(1),
            .. others.Except(lines).Take(1).Select(line => $"{line} at rank 0"),
        ];
        return string.Join(", ", odd);
    }
}
