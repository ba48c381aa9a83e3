using System.Text;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Tests;

/// <summary>
/// The command run in the process of the tests, many times as fast as a process of its own: for what does not depend on one. Signals,
/// streams that fail and what a start takes need a process.
/// </summary>
internal static class InProcess
{
    /// <summary>There is one current directory, and flags that several commands share know their commands.</summary>
    private static readonly Lock OneAtATime = new();

    internal static Run In(Workplace place, params string[] arguments) => In(place, arguments, "");

    /// <summary>The same with a text on stdin.</summary>
    internal static Run In(Workplace place, string[] arguments, string input)
    {
        using MemoryStream typed = new(Encoding.UTF8.GetBytes(input));
        using MemoryStream written = new();
        using StreamWriter output = new(written) { NewLine = "\n" };
        using StringWriter messages = new() { NewLine = "\n" };
        lock (OneAtATime)
        {
            string before = Directory.GetCurrentDirectory();
            Directory.SetCurrentDirectory(place.Directory);
            try
            {
                using IDisposable stdin = StandardInput.Use(typed);
                int exitCode = CommandLine.Run(arguments, output, messages);
                output.Flush();
                return new Run(exitCode, Encoding.UTF8.GetString(written.ToArray()), messages.ToString());
            }
            finally
            {
                Directory.SetCurrentDirectory(before);
            }
        }
    }
}
