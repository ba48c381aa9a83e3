using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests;

/// <summary>The commands of the README, one after the other, do what it says they do.</summary>
internal sealed partial class ReadmeCommandTests : CommandTests
{
    private const string FromSource = "dotnet run -c Release --project src/Tiny.Nn.Cli -- ";
    private const string Installed = "tinynn ";
    private const string Prompt = "$ ";
    private const string AskExitCode = "$ echo $?";

    private bool isProcess = true;

    /// <summary>The English page by processes, as a reader would; the Japanese one, of nearly the same commands, without.</summary>
    [TestCase("README.md", true)]
    [TestCase("README.ja.md", false)]
    public void Every_command_succeeds_and_writes_what_is_shown_below_it(string page, bool byProcesses)
    {
        isProcess = byProcesses;
        foreach (string file in new[] { "data/iris.csv", "data/pima.csv", "samples/iris/flowers.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Place.Path(file))!);
            File.Copy(Path.Combine(Repository.Root, file), Place.Path(file));
        }
        IReadOnlyList<CodeBlock> blocks = new Markdown(page).Blocks;
        int commands = 0;
        using (Assert.EnterMultipleScope())
        {
            for (int i = 0; i < blocks.Count; i++)
            {
                if (blocks[i].Language == "console")
                {
                    commands += PlayBack(blocks[i].Code);
                }
                else if (blocks[i].Language == "bash")
                {
                    string? shown =
                        i + 1 < blocks.Count && blocks[i + 1].Language == "text" ? blocks[i + 1].Code : null;
                    commands += RunAll(blocks[i].Code, shown);
                }
            }
        }
        Assert.That(commands, Is.AtLeast(4), "commands were found");
    }

    [TestCase("note\n\n  table\nsaved\n", true)]
    [TestCase("note\nsaved\n\n  table\n", true)]
    [TestCase("saved\nnote\n\n  table\n", false)]
    [TestCase("note\n\n  table\n", false)]
    [TestCase("note\n\n  table\nsaved\nmore\n", false)]
    public void What_is_shown_must_be_made_of_both_streams(string shown, bool complete) =>
        Assert.That(
            Shown.Holds(new Run(0, "  \n  table  \n", "note\nepoch 1/2\nsaved\n"), shown),
            Is.EqualTo(complete)
        );

    [TestCase("README.md")]
    [TestCase("README.ja.md")]
    public void The_exit_codes_are_those_of_the_help(string page)
    {
        string help = Tinynn("--help").Good().Output.Split("Exit codes:")[1];
        IEnumerable<string> shown = RowsOfNumbers().Matches(new Markdown(page).Text).Select(row => row.Groups[1].Value);
        Assert.That(shown, Is.EqualTo(Numbers().Matches(help).Select(number => number.Value)));
    }

    /// <summary>A block of commands, below which may stand what they write.</summary>
    private int RunAll(string block, string? shown)
    {
        string[] commands = [.. block.Split('\n').Where(IsTinynn)];
        Run[] runs = [.. commands.Select(Run)];
        foreach ((string command, Run run) in commands.Zip(runs))
        {
            Assert.That(run.ExitCode, Is.Zero, $"{command}\n{run.Error}");
        }
        if (shown is not null && runs.Length > 0)
        {
            Check(
                commands[0],
                new Run(0, string.Concat(runs.Select(r => r.Output)), string.Concat(runs.Select(r => r.Error))),
                shown
            );
        }
        return commands.Length;
    }

    /// <summary>A terminal's text: commands behind a prompt, each with what it writes, and perhaps its exit code asked for.</summary>
    private int PlayBack(string block)
    {
        int commands = 0;
        foreach (string part in $"\n{block}".Split($"\n{Prompt}tinynn ").Skip(1))
        {
            string[] lines = part.TrimEnd('\n').Split('\n');
            int asked = Array.IndexOf(lines, AskExitCode);
            Run run = Run(Installed + lines[0]);
            string[] written = asked < 0 ? lines[1..] : lines[1..asked];
            string exitCode = asked < 0 ? "0" : lines[asked + 1];
            Assert.That($"{run.ExitCode}", Is.EqualTo(exitCode), lines[0]);
            Check(lines[0], run, string.Join('\n', written));
            commands++;
        }
        return commands;
    }

    private static bool IsTinynn(string line) =>
        line.StartsWith(FromSource, StringComparison.Ordinal) || line.StartsWith(Installed, StringComparison.Ordinal);

    private Run Run(string command)
    {
        string[] arguments = command
            .Replace(FromSource, "", StringComparison.Ordinal)
            .Replace(Installed, "", StringComparison.Ordinal)
            .Split(' ');
        return isProcess ? Tinynn(arguments) : Asked(arguments);
    }

    private static void Check(string command, Run run, string shown) =>
        Assert.That(
            Shown.Holds(run, shown),
            Is.True,
            $"{command}\nstderr:\n{run.Error}\nstdout:\n{run.Output}\nshown:\n{shown}"
        );

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex RowsOfNumbers();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
