using System.Diagnostics;
using System.Text;

namespace Tiny.Nn.Cli.Tests;

/// <summary>The built command, run as people run it: as a process of its own.</summary>
internal static class Tinynn
{
    private const int LongestRun = 150_000;

    internal static Run In(Workplace place, params string[] arguments) => In(place, arguments, "", []);

    internal static Run In(
        Workplace place,
        string[] arguments,
        string input,
        params (string Name, string Value)[] environment
    ) => From(TestedCommand.Words, place, arguments, Encoding.UTF8.GetBytes(input), environment);

    /// <summary>The same with any bytes on stdin.</summary>
    internal static Run In(Workplace place, string[] arguments, byte[] input) =>
        From(TestedCommand.Words, place, arguments, input, []);

    /// <summary>The same from an assembly: the built one, or another.</summary>
    internal static Run From(string assembly, Workplace place, params string[] arguments) =>
        From(TestedCommand.OnDotnet(assembly), place, arguments, [], []);

    private static Run From(
        IReadOnlyList<string> command,
        Workplace place,
        string[] arguments,
        byte[] input,
        (string Name, string Value)[] environment
    )
    {
        using Process process = Process.Start(Describe(command, place, arguments, environment))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it, as it may.
        }
        if (!process.WaitForExit(LongestRun))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"tinynn {string.Join(' ', arguments)} did not end.");
        }
        return new Run(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>A run that goes on while a test does, and hears its signals.</summary>
    internal static Process Start(Workplace place, params string[] arguments) =>
        Process.Start(Signals.Heeding(Describe(TestedCommand.Words, place, arguments, [])))!;

    /// <summary>The same, started by another program.</summary>
    internal static Process Start(Workplace place, string[] starter, params string[] arguments)
    {
        ProcessStartInfo start = Describe(TestedCommand.Words, place, arguments, []);
        foreach (string word in starter.Skip(1).Append(start.FileName).Reverse())
        {
            start.ArgumentList.Insert(0, word);
        }
        start.FileName = starter[0];
        return Process.Start(start)!;
    }

    private static ProcessStartInfo Describe(
        IReadOnlyList<string> command,
        Workplace place,
        string[] arguments,
        (string Name, string Value)[] environment
    )
    {
        ProcessStartInfo start = new(command[0], [.. command.Skip(1), .. arguments])
        {
            WorkingDirectory = place.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
