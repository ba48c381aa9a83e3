using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Completions;

/// <summary><c>tinynn completions bash</c>: a script that is made of the commands themselves, so it knows all of them.</summary>
internal static class CompletionsCommand
{
    /// <param name="root">The command line as a whole.</param>
    internal static Command Create(Func<Command> root)
    {
        Argument<CompletionScript?> shell = new("shell")
        {
            Description = $"{string.Join(", ", Shells)}.",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = argument =>
            {
                string name = argument.Tokens[0].Value;
                CompletionScript? script = CompletionScript.All.FirstOrDefault(script => script.Shell == name);
                if (script is null)
                {
                    string meant = Closest.Meant(name, Shells);
                    argument.AddError(
                        $"There are no completions for \"{name}\".{ParseErrors.Separator}{meant}There are: {string.Join(", ", Shells)}."
                    );
                }
                return script;
            },
        };
        ExampledCommand command = new(
            "completions",
            "Prints a script with which a shell completes commands and flags.",
            [
                "source <(tinynn completions bash)",
                "tinynn completions fish > ~/.config/fish/completions/tinynn.fish",
                "tinynn completions pwsh | Out-String | Invoke-Expression",
            ]
        )
        {
            shell,
            LanguageFlag.Option,
            SharedOptions.Debug,
        };
        command.SetAction(parsed =>
        {
            parsed.GetValue(shell)!.Write(parsed.InvocationConfiguration.Output, CompletedCommand.All(root()));
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> Shells => CompletionScript.All.Select(script => script.Shell);
}
