namespace Tiny.Nn.Cli.Completions;

/// <summary>PowerShell: a script block that is asked for every word.</summary>
internal sealed class PowerShellCompletions() : CompletionScript("pwsh")
{
    internal override void Write(TextWriter output, IReadOnlyList<CompletedCommand> commands)
    {
        output.WriteLine("# tinynn completions pwsh | Out-String | Invoke-Expression");
        output.WriteLine("Register-ArgumentCompleter -Native -CommandName tinynn -ScriptBlock {");
        output.WriteLine("    param($word, $ast, $cursor)");
        output.WriteLine("    $flags = @{");
        foreach (CompletedCommand command in commands)
        {
            output.WriteLine($"        {Quote(command.Name)} = @({List(Names(command))})");
            foreach (CompletedCommand inner in command.Commands)
            {
                output.WriteLine($"        {Quote($"{command.Name} {inner.Name}")} = @({List(Names(inner))})");
            }
        }
        output.WriteLine("    }");
        output.WriteLine("    $inner = @{");
        foreach (CompletedCommand command in commands.Where(command => command.Commands.Count > 0))
        {
            output.WriteLine(
                $"        {Quote(command.Name)} = @({List(command.Commands.Select(inner => inner.Name))})"
            );
        }
        output.WriteLine("    }");
        output.WriteLine($"    $commands = @({List(commands.Select(command => command.Name))})");
        output.WriteLine("    $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })");
        output.WriteLine("    $isFirst = $typed.Count -eq 1 -or ($typed.Count -eq 2 -and $word -ne '')");
        output.WriteLine("    $both = \"$($typed[1]) $($typed[2])\"");
        output.WriteLine("    $known = if ($flags.ContainsKey($both)) { $flags[$both] } else { $flags[$typed[1]] }");
        output.WriteLine(
            "    $choices = if ($isFirst) { $commands } elseif ($word -like '-*') { $known } else { $inner[$typed[1]] }"
        );
        output.WriteLine("    $choices | Where-Object { $_ -like \"$word*\" } |");
        output.WriteLine("        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }");
        output.WriteLine("}");
    }

    private static IEnumerable<string> Names(CompletedCommand command) => command.Flags.SelectMany(flag => flag.Names);

    private static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Quote));

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
