namespace Tiny.Nn.Cli.Rendering.Completions;

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
            IEnumerable<string> names = command.Flags.SelectMany(flag => flag.Names).Select(Quote);
            output.WriteLine($"        {Quote(command.Name)} = @({string.Join(", ", names)})");
        }
        output.WriteLine("    }");
        output.WriteLine($"    $commands = @({string.Join(", ", commands.Select(command => Quote(command.Name)))})");
        output.WriteLine("    $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })");
        output.WriteLine("    $isFirst = $typed.Count -eq 1 -or ($typed.Count -eq 2 -and $word -ne '')");
        output.WriteLine("    $choices = if ($isFirst) { $commands } elseif ($word -like '-*') { $flags[$typed[1]] }");
        output.WriteLine("    $choices | Where-Object { $_ -like \"$word*\" } |");
        output.WriteLine("        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }");
        output.WriteLine("}");
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
