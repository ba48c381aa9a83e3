namespace Tiny.Nn.Cli.Tests;

/// <summary>The command asked in the process of the tests: a hundred times as fast as a process of its own.</summary>
internal static class InProcess
{
    /// <summary>Flags that several commands share know their commands, and would not be the same for two at once.</summary>
    private static readonly Lock OneAtATime = new();

    internal static Run Run(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter messages = new() { NewLine = "\n" };
        lock (OneAtATime)
        {
            int exitCode = CommandLine.Run(arguments, output, messages);
            return new Run(exitCode, output.ToString(), messages.ToString());
        }
    }
}
