using System.Diagnostics;
using System.Text;

namespace Tiny.Nn.Cli.Tests;

/// <summary>The built command at work, which a test watches and disturbs; it never outlives the test.</summary>
internal sealed class Background : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Timer watchdog;
    private volatile bool tookTooLong;
    private readonly Task<string> output;
    private readonly StringBuilder error = new();

    internal Background(Workplace place, params string[] arguments)
        : this(Tests.Tinynn.Start(place, arguments)) { }

    private Background(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();

        // However it keeps talking: a child that does not end is ended, and what waits for it goes on.
        watchdog = new Timer(_ => End(tooLong: true), null, Longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The command, started with a signal ignored.</summary>
    internal static Background Ignoring(string signal, Workplace place, params string[] arguments) =>
        new(Tests.Tinynn.Start(place, ["env", $"--ignore-signal={signal}"], arguments));

    /// <summary>The command with something in its environment: NAME=value.</summary>
    internal static Background With(string[] environment, Workplace place, params string[] arguments) =>
        new(Tests.Tinynn.Start(place, ["env", "--default-signal=INT,TERM,HUP", .. environment], arguments));

    /// <summary>The command, started by another program, such as a launcher of MPI.</summary>
    internal static Background Under(string[] starter, Workplace place, params string[] arguments) =>
        new(Tests.Tinynn.Start(place, starter, arguments));

    /// <summary>All that it reads from stdin.</summary>
    internal void Say(string input)
    {
        process.StandardInput.Write(input);
        process.StandardInput.Close();
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
    internal void Work(TimeSpan time) => Assert.That(WorksOn(time), Is.True, "It ended before it was disturbed");

    /// <summary>The same of what may come to its end.</summary>
    /// <returns>Whether it is still at work.</returns>
    internal bool WorksOn(TimeSpan time)
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
        return !process.HasExited;
    }

    internal void Interrupt() => Send("INT");

    internal void Send(string signal) => Signals.Send(signal, process.Id);

    /// <summary>Ends it as kill -9 does.</summary>
    internal void Kill() => End(tooLong: false);

    /// <summary>Waits for its end, and reads the rest of stderr.</summary>
    internal void WaitForExit()
    {
        while (ReadLine() is not null)
        {
            // All of it is kept in the text.
        }
        process.WaitForExit();
        Assert.That(tookTooLong, Is.False, $"It did not end:\n{error}");
    }

    public void Dispose()
    {
        End(tooLong: false);
        watchdog.Dispose();
        process.Dispose();
    }

    private void End(bool tooLong)
    {
        if (!process.HasExited)
        {
            tookTooLong = tooLong;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private string? ReadLine()
    {
        string? line = process.StandardError.ReadLine();
        error.Append(line).Append('\n');
        return line;
    }
}
