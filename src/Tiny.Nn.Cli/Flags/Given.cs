using System.CommandLine;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Flags;

/// <summary>Which flags stand on a command line, and which cannot stand there together.</summary>
internal static class Given
{
    /// <summary>True where somebody has written the flag.</summary>
    internal static bool Has(ParseResult parsed, Option flag) => parsed.GetResult(flag) is { Implicit: false };

    /// <summary>Refuses flags that contradict another one.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="flag">The one.</param>
    /// <param name="reason">What it says already, as a sentence.</param>
    /// <param name="others">The flags that say otherwise.</param>
    /// <exception cref="UsageException">Two of them are given.</exception>
    internal static void RefuseBeside(ParseResult parsed, Option flag, string reason, params IEnumerable<Option> others)
    {
        if (Has(parsed, flag) && others.FirstOrDefault(other => Has(parsed, other)) is { } other)
        {
            throw Contradiction(flag.Name, other.Name, reason);
        }
    }

    /// <summary>Refuses a flag that says something of another one, which is not there.</summary>
    /// <exception cref="UsageException">The other one is missing.</exception>
    internal static void RequireBeside(ParseResult parsed, Option flag, Option needed)
    {
        if (Has(parsed, flag) && !Has(parsed, needed))
        {
            throw new UsageException($"{flag.Name} needs {needed.Name}.", flag.Name, $"Give {needed.Name} too.");
        }
    }

    /// <summary>The error of two flags that cannot stand together.</summary>
    internal static UsageException Contradiction(string flag, string other, string reason) =>
        new($"{flag} and {other} contradict each other: {reason}", $"{flag} {other}", "Leave one of the two out.");
}
