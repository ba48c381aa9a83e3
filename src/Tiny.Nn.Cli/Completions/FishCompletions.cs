namespace Tiny.Nn.Cli.Completions;

/// <summary>fish: a line for every command and flag.</summary>
internal sealed class FishCompletions() : CompletionScript("fish")
{
    internal override void Write(TextWriter output, IReadOnlyList<CompletedCommand> commands)
    {
        output.WriteLine("# tinynn completions fish | source");
        foreach (CompletedCommand command in commands)
        {
            string about = Quote(command.Description);
            output.WriteLine($"complete -c tinynn -n __fish_use_subcommand -f -a {command.Name} -d {about}");
            WriteFlags(output, command, $"'__fish_seen_subcommand_from {command.Name}'");
            foreach (CompletedCommand inner in command.Commands)
            {
                string seen = $"__fish_seen_subcommand_from {command.Name}";
                string below = Quote(inner.Description);
                output.WriteLine($"complete -c tinynn -n '{seen}' -f -a {inner.Name} -d {below}");
                WriteFlags(output, inner, $"'{seen}; and __fish_seen_subcommand_from {inner.Name}'");
            }
        }
    }

    private static void WriteFlags(TextWriter output, CompletedCommand command, string condition)
    {
        foreach (CompletedFlag flag in command.Flags)
        {
            string names = string.Join(' ', flag.Names.Select(Name));
            string value = flag.TakesValue ? " -r" : "";
            output.WriteLine($"complete -c tinynn -n {condition} {names}{value} -d {Quote(flag.Description)}");
        }
    }

    private static string Name(string flag) =>
        flag.StartsWith("--", StringComparison.Ordinal) ? $"-l {flag[2..]}" : $"-s {flag[1..]}";

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
