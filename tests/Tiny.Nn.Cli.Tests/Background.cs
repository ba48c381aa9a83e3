using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tiny.Nn.Cli.Tests;

/// <summary>The built command at work, which a test watches and disturbs; it never outlives the test.</summary>
internal sealed class Background : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly StringBuilder error = new();

    internal Background(Workplace place, params string[] arguments)
    {
        process = Tests.Tinynn.Start(place, arguments);
        output = process.StandardOutput.ReadToEndAsync();
    }

    internal int ExitCode => process.ExitCode;

    /// <summary>All of stdout, once it has ended.</summary>
    internal string Output => output.Result;

    /// <summary>The part of stderr that was read.</summary>
    internal string Error => error.ToString();

    /// <summary>Reads stderr up to a line that begins so.</summary>
    internal void ReadUntil(string sign)
    {
        while (ReadLine() is { } line)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail($"There was no line \"{sign}\":\n{error}");
    }

    /// <summary>Lets it compute for a while, by its own clock: however busy the machine is.</summary>
    internal void Work(TimeSpan time)
    {
        TimeSpan before = process.TotalProcessorTime;
        bool Worked()
        {
            process.Refresh();
            return process.HasExited || process.TotalProcessorTime - before >= time;
        }
        while (!Worked())
        {
            Thread.Sleep(10);
        }
        Assert.That(process.HasExited, Is.False, "It ended before it was disturbed");
    }

    internal void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it as kill -9 does.</summary>
    internal void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Waits for its end, and reads the rest of stderr.</summary>
    internal void WaitForExit()
    {
        while (ReadLine() is not null)
        {
            // All of it is kept in the text.
        }
        Assert.That(process.WaitForExit(Longest), Is.True, "It did not end");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }

    private string? ReadLine()
    {
        Task<string?> line = process.StandardError.ReadLineAsync();
        Assert.That(line.Wait(Longest), Is.True, $"It fell silent:\n{error}");
        error.Append(line.Result).Append('\n');
        return line.Result;
    }
}
