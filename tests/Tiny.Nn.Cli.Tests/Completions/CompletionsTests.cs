using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Completions;

internal sealed partial class CompletionsTests : CommandTests
{
    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    public void Every_command_and_flag_is_in_the_script(string shell)
    {
        string script = Asked("completions", shell).Good().Output;
        string[] commands = [.. Names(Asked("--help").Good().Output.Split("Commands:")[1].Split("Exit codes:")[0])];
        Assert.That(commands, Does.Contain("train").And.Contain("completions"));
        using (Assert.EnterMultipleScope())
        {
            foreach (string command in commands)
            {
                Assert.That(script, Does.Match($@"\b{command}\b"));
                string[] flags =
                [
                    .. Flags()
                        .Matches(Asked(command, "--help").Good().Output.Split("Options:")[1])
                        .Select(flag => flag.Groups[1].Value),
                ];
                Assert.That(flags, Does.Contain("--help"));
                foreach (string flag in flags)
                {
                    string written = shell == "fish" ? $"-l {flag[2..]}" : flag;
                    Assert.That(script, Does.Match($@"{Regex.Escape(written)}(?![\w-])"), $"{command} {flag}");
                }
            }
        }
    }

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    public void Commands_below_a_command_are_in_the_script_with_their_flags(string shell)
    {
        string script = Asked("completions", shell).Good().Output;
        Assert.That(script, Does.Contain("boundary").And.Contain("history"));
        Assert.That(script, Does.Match(shell == "fish" ? "from race.* -l function" : "--function"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Bash_completes_commands_and_flags()
    {
        Place.Write("tinynn.bash", Tinynn("completions", "bash").Good().Output);
        Assert.That(Bash("bash -n tinynn.bash"), Is.Empty);
        Assert.That(Completed("tinynn", "trai"), Is.EqualTo(["train"]));
        Assert.That(Completed("tinynn", "train", "--hid"), Is.EqualTo(["--hidden"]));
        Assert.That(Completed("tinynn", "train", "data.csv", "--co"), Is.EqualTo(["--config"]));
        Assert.That(Completed("tinynn", "inspect", "--hid"), Is.Empty);
        Assert.That(Completed("tinynn", "train", "da"), Is.Empty);
        Assert.That(Completed("tinynn", "plot", "fu"), Is.EqualTo(["functions"]));
        Assert.That(Completed("tinynn", "plot", "functions", "--on"), Is.EqualTo(["--only"]));
        Assert.That(Completed("tinynn", "plot", "race", "--on"), Is.Empty);
    }

    [Test]
    public void An_unknown_shell_is_answered_with_the_nearest()
    {
        Run run = Asked("completions", "bahs").Failed(2, "bahs");
        Assert.That(run.Error, Does.Contain("Did you mean bash?"));
        Asked("completions").Failed(2, "tinynn completions");
    }

    private string[] Completed(params string[] words)
    {
        string line = string.Join(' ', words);
        string script =
            $"source ./tinynn.bash; COMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; _tinynn; echo \"${{COMPREPLY[*]}}\"";
        return Bash(script).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private string Bash(string script)
    {
        ProcessStartInfo start = new("bash")
        {
            WorkingDirectory = Place.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using Process bash = Process.Start(start)!;
        string output = bash.StandardOutput.ReadToEnd();
        Assert.That(bash.StandardError.ReadToEnd(), Is.Empty);
        bash.WaitForExit();
        return output;
    }

    private static IEnumerable<string> Names(string help) =>
        CommandNames().Matches(help).Select(name => name.Groups[1].Value);

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex CommandNames();

    [GeneratedRegex(@"^  (?:-\S+, )*(--[\w-]+)", RegexOptions.Multiline)]
    private static partial Regex Flags();
}
