using System.CommandLine;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>The command lines that a search leads to.</summary>
/// <param name="parsed">The search's own.</param>
/// <param name="source">The data.</param>
/// <param name="target">The column to be predicted.</param>
/// <param name="given">The flags about data, rows and settings, which training has too.</param>
internal sealed class CommandWords(ParseResult parsed, string source, string target, IReadOnlyList<Option> given)
{
    private const string Recipe = "recipe";

    /// <summary>Trains what a trial describes.</summary>
    internal string Train(Trial trial)
    {
        Dictionary<string, string> flags = new(ResolvedSettings.Texts(parsed, given)) { [Recipe] = trial.Recipe.Name };
        foreach ((string name, string value) in trial.Values)
        {
            flags[name] = value;
        }
        string[] words = [.. flags.SelectMany(flag => Words(flag.Key, flag.Value))];
        return $"tinynn {CommandNames.Train} {ShellQuote.Argument(source)} --target {ShellQuote.Argument(target)} {string.Join(' ', words)}";
    }

    /// <summary>Goes on with the search.</summary>
    internal string Resume(string trials) =>
        $"{ReportOption.Repeat(parsed)}{(parsed.Tokens.Any(token => token.Value == SearchFiles.Resume) ? "" : $" {SearchFiles.Resume} {ShellQuote.Argument(trials)}")}";

    /// <summary>A value that begins with a hyphen would be taken for a flag.</summary>
    private static string[] Words(string name, string value) =>
        value.StartsWith('-') ? [ShellQuote.Argument($"--{name}={value}")]
        : value == "true" ? [$"--{name}"]
        : [$"--{name}", ShellQuote.Argument(value)];
}
