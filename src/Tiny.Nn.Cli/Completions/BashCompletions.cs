namespace Tiny.Nn.Cli.Completions;

/// <summary>bash: a function that fills COMPREPLY.</summary>
internal sealed class BashCompletions() : CompletionScript("bash")
{
    internal override void Write(TextWriter output, IReadOnlyList<CompletedCommand> commands)
    {
        output.WriteLine("# source <(tinynn completions bash)");
        output.WriteLine("_tinynn() {");
        output.WriteLine("    local current=${COMP_WORDS[COMP_CWORD]} words=");
        output.WriteLine("    COMPREPLY=()");
        output.WriteLine("    if [ \"$COMP_CWORD\" -eq 1 ]; then");
        output.WriteLine(
            $"        words=\"{string.Join(' ', commands.Select(command => command.Name))} --help --version\""
        );
        foreach (CompletedCommand command in commands.Where(command => command.Commands.Count > 0))
        {
            string names = string.Join(' ', command.Commands.Select(inner => inner.Name));
            output.WriteLine($"    elif [ \"$COMP_CWORD ${{COMP_WORDS[1]}}\" = \"2 {command.Name}\" ]; then");
            output.WriteLine($"        words=\"{names} {command.Words}\"");
        }
        output.WriteLine("    elif [[ $current == -* ]]; then");
        output.WriteLine("        case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in");
        foreach (CompletedCommand command in commands)
        {
            foreach (CompletedCommand inner in command.Commands)
            {
                output.WriteLine($"            \"{command.Name} {inner.Name}\") words=\"{inner.Words}\" ;;");
            }
            output.WriteLine($"            \"{command.Name} \"*) words=\"{command.Words}\" ;;");
        }
        output.WriteLine("        esac");
        output.WriteLine("    fi");
        output.WriteLine("    if [ -n \"$words\" ]; then");
        output.WriteLine("        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))");
        output.WriteLine("    fi");
        output.WriteLine("}");
        output.WriteLine("complete -o default -F _tinynn tinynn");
    }
}
