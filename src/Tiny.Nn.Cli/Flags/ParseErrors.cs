using System.CommandLine;
using System.CommandLine.Parsing;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Flags;

/// <summary>Says what the parser has against a command line, the first thing only: the others often follow from it.</summary>
internal static class ParseErrors
{
    /// <summary>Between what is wrong and the advice, in the message of an error of ours.</summary>
    internal const char Separator = '\n';

    /// <param name="parsed">The command line.</param>
    /// <param name="presets">Those of its flags that stand elsewhere.</param>
    /// <returns>null where nothing is wrong with it, or where help is all it asks for.</returns>
    internal static Failure? Find(ParseResult parsed, IReadOnlyList<Preset> presets)
    {
        if (parsed.Action is HelpWithExamples or PrintVersion)
        {
            return null;
        }
        Command command = parsed.CommandResult.Command;
        string name = string.Join(' ', Path(command).Reverse());
        string help = $"{name} --help shows what there is.";
        if (FlagAmongArguments(parsed) is { } flag)
        {
            return Unknown(command, name, flag, $"{help} A file of this name is ./{flag}");
        }
        return parsed.Errors.Count == 0 ? null : Explain(parsed, presets, name, help);
    }

    private static Failure Explain(ParseResult parsed, IReadOnlyList<Preset> presets, string name, string help)
    {
        Command command = parsed.CommandResult.Command;
        ParseError first = parsed.Errors.FirstOrDefault(IsOurs) ?? parsed.Errors[0];
        if (IsOurs(first))
        {
            string[] parts = first.Message.Split(Separator);
            return new Failure(ExitCode.Usage, parts[0], Written(first.SymbolResult, presets), parts[1]);
        }
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            return Unknown(command, name, unknown, help);
        }
        string where = Preset(first.SymbolResult, presets)?.Where ?? name;
        return new Failure(ExitCode.Usage, Sentence(first.Message), where, help);
    }

    private static Failure Unknown(Command command, string name, string unknown, string help)
    {
        bool isFlag = unknown.StartsWith('-');
        IEnumerable<string> known = isFlag ? Flags(command) : command.Subcommands.Select(sub => sub.Name);
        string what =
            isFlag ? $"There is no flag {unknown}."
            : command.Subcommands.Count > 0 ? $"There is no command \"{unknown}\"."
            : $"There is an argument too many: \"{unknown}\".";
        string meant = Closest.To(unknown, known) is { } close ? $"Did you mean {close}? " : "";
        return new Failure(ExitCode.Usage, what, name, meant + help);
    }

    /// <summary>The names from a command up to the root.</summary>
    private static IEnumerable<string> Path(Command command) =>
        command is RootCommand ? ["tinynn"] : [command.Name, .. Path(command.Parents.OfType<Command>().First())];

    private static IEnumerable<string> Flags(Command command) =>
        command
            .Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options))
            .Where(option => !option.Hidden)
            .SelectMany(option => option.Aliases.Prepend(option.Name));

    private static bool IsOurs(ParseError error) => error.Message.Contains(Separator, StringComparison.Ordinal);

    /// <summary>The flag and its value as they stand on the command line.</summary>
    private static string Written(SymbolResult? result, IReadOnlyList<Preset> presets)
    {
        if (Preset(result, presets) is { } preset)
        {
            return preset.Where;
        }
        string values = string.Join(' ', result?.Tokens.Select(token => token.Value) ?? []);
        return Option(result) is { } option ? $"{option.Name} {values}".TrimEnd() : values;
    }

    private static Option? Option(SymbolResult? result) =>
        (result as OptionResult ?? result?.Parent as OptionResult)?.Option;

    private static Preset? Preset(SymbolResult? result, IReadOnlyList<Preset> presets) =>
        Option(result) is { } option ? presets.FirstOrDefault(preset => preset.Option == option) : null;

    /// <summary>A misspelt flag that was taken for a file: what begins with a hyphen, and does not stand behind "--".</summary>
    private static string? FlagAmongArguments(ParseResult parsed)
    {
        HashSet<Token> arguments = [.. parsed.CommandResult.Tokens];
        return parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => arguments.Contains(token) && token.Value is ['-', _, ..])
            ?.Value;
    }

    private static string Sentence(string message) => message.TrimEnd('.') + ".";
}
