using System.CommandLine;
using System.CommandLine.Parsing;
using Tiny.Nn.Cli.Rendering;
using Tiny.Nn.Data;

namespace Tiny.Nn.Cli.Commands;

/// <summary>Says what the parser has against a command line, the first thing only: the others often follow from it.</summary>
internal static class ParseErrors
{
    /// <summary>Between what is wrong and the advice, in the message of an error of ours.</summary>
    internal const char Separator = '\n';

    internal static Failure Explain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string name = command is RootCommand ? "tinynn" : $"tinynn {command.Name}";
        string help = $"{name} --help shows what there is.";
        ParseError first = parsed.Errors.FirstOrDefault(IsOurs) ?? parsed.Errors[0];
        if (IsOurs(first))
        {
            string[] parts = first.Message.Split(Separator);
            return new Failure(ExitCode.Usage, parts[0], Written(first.SymbolResult), parts[1]);
        }
        if (parsed.UnmatchedTokens is [string unknown, ..])
        {
            return Unknown(command, name, unknown, help);
        }
        return new Failure(ExitCode.Usage, Sentence(first.Message), name, help);
    }

    private static Failure Unknown(Command command, string name, string unknown, string help)
    {
        bool isFlag = unknown.StartsWith('-');
        IEnumerable<string> known = isFlag ? Flags(command) : command.Subcommands.Select(sub => sub.Name);
        string what =
            isFlag ? $"There is no flag {unknown}."
            : command is RootCommand ? $"There is no command \"{unknown}\"."
            : $"There is an argument too many: \"{unknown}\".";
        string meant = Closest.To(unknown, known) is { } close ? $"Did you mean {close}? " : "";
        return new Failure(ExitCode.Usage, what, name, meant + help);
    }

    private static IEnumerable<string> Flags(Command command) =>
        command
            .Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options))
            .Where(option => !option.Hidden)
            .SelectMany(option => option.Aliases.Prepend(option.Name));

    private static bool IsOurs(ParseError error) => error.Message.Contains(Separator, StringComparison.Ordinal);

    /// <summary>The flag and its value as they stand on the command line.</summary>
    private static string Written(SymbolResult? result)
    {
        string values = string.Join(' ', result?.Tokens.Select(token => token.Value) ?? []);
        OptionResult? option = result as OptionResult ?? result?.Parent as OptionResult;
        return option is null ? values : $"{option.Option.Name} {values}".TrimEnd();
    }

    private static string Sentence(string message) => message.TrimEnd('.') + ".";
}
