using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>What a terminal gets: script(1) is one for the process below it.</summary>
[Platform("Linux")]
internal sealed partial class TerminalTests : CommandTests
{
    [Test]
    public void A_terminal_gets_styles() => Assert.That(Style().IsMatch(OnTerminal("", "xterm-256color")));

    [TestCase("", "xterm-256color", "1")]
    [TestCase("", "dumb", "")]
    [TestCase("--no-color", "xterm-256color", "")]
    public void A_terminal_gets_none_when_none_are_wanted(string flags, string terminal, string noColor)
    {
        string shown = OnTerminal(flags, terminal, noColor);
        Assert.That(shown, Does.Contain("species"));
        Assert.That(Style().IsMatch(shown), Is.False, shown);
    }

    private string OnTerminal(string flags, string terminal, string noColor = "")
    {
        Assume.That(File.Exists("/usr/bin/script"), "This machine has no script(1).");
        string command = $"{TestedCommand.Shell} inspect '{Samples.IrisModel}' {flags}";
        ProcessStartInfo start = new("/usr/bin/script")
        {
            WorkingDirectory = Place.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in new[] { "-qec", command, "/dev/null" })
        {
            start.ArgumentList.Add(argument);
        }
        start.Environment["TERM"] = terminal;
        start.Environment["NO_COLOR"] = noColor;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        string shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, shown);
        return shown;
    }

    /// <summary>Colour, bold and the like; the runtime sends a terminal other sequences too, which change no look.</summary>
    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Style();
}
