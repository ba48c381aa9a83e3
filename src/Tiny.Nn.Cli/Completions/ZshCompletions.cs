namespace Tiny.Nn.Cli.Completions;

/// <summary>zsh: commands by _describe, flags and files by _arguments.</summary>
internal sealed class ZshCompletions() : CompletionScript("zsh")
{
    internal override void Write(TextWriter output, IReadOnlyList<CompletedCommand> commands)
    {
        output.WriteLine("#compdef tinynn");
        output.WriteLine("# source <(tinynn completions zsh), or as a file _tinynn in a directory of $fpath");
        output.WriteLine("_tinynn() {");
        output.WriteLine("    local -a commands");
        output.WriteLine("    commands=(");
        foreach (CompletedCommand command in commands)
        {
            output.WriteLine($"        '{command.Name}:{Escape(command.Description)}'");
        }
        output.WriteLine("    )");
        output.WriteLine("    if (( CURRENT == 2 )); then");
        output.WriteLine("        _describe command commands");
        output.WriteLine("        return");
        output.WriteLine("    fi");
        output.WriteLine("    local command=$words[2]");
        output.WriteLine("    shift words");
        output.WriteLine("    (( CURRENT-- ))");
        output.WriteLine("    case $command in");
        foreach (CompletedCommand command in commands)
        {
            output.WriteLine($"        {command.Name})");
            if (command.Commands.Count > 0)
            {
                WriteInner(output, command);
            }
            WriteFlags(output, command);
            output.WriteLine("            ;;");
        }
        output.WriteLine("    esac");
        output.WriteLine("}");
        output.WriteLine("if [ \"$funcstack[1]\" = _tinynn ]; then");
        output.WriteLine("    _tinynn \"$@\"");
        output.WriteLine("else");
        output.WriteLine("    compdef _tinynn tinynn");
        output.WriteLine("fi");
    }

    private static void WriteInner(TextWriter output, CompletedCommand command)
    {
        string names = string.Join(' ', command.Commands.Select(inner => inner.Name));
        output.WriteLine("            if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then");
        output.WriteLine($"                compadd {names}");
        output.WriteLine("                return");
        output.WriteLine("            fi");
        output.WriteLine("            case $words[2] in");
        foreach (CompletedCommand inner in command.Commands)
        {
            output.WriteLine($"            {inner.Name})");
            output.WriteLine("                shift words");
            output.WriteLine("                (( CURRENT-- ))");
            WriteFlags(output, inner);
            output.WriteLine("                return");
            output.WriteLine("                ;;");
        }
        output.WriteLine("            esac");
    }

    private static void WriteFlags(TextWriter output, CompletedCommand command)
    {
        output.WriteLine("            _arguments \\");
        foreach (CompletedFlag flag in command.Flags)
        {
            foreach (string name in flag.Names)
            {
                string value = flag.TakesValue ? ":value:_files" : "";
                output.WriteLine($"                '{name}[{Escape(flag.Description)}]{value}' \\");
            }
        }
        output.WriteLine("                '*:file:_files'");
    }

    /// <summary>A text between single quotes in which colons and brackets mean nothing.</summary>
    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("'", "'\\''", StringComparison.Ordinal)
            .Replace(":", "\\:", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
}
