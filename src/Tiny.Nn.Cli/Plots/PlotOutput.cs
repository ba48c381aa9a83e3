using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Plots;

/// <summary>The flags that all plots share: where a picture goes, and in which language.</summary>
internal sealed class PlotOutput
{
    private readonly TextOutput output = new("the SVG");
    private readonly Option<bool> open = new("--open") { Description = "Show the SVG with the system's viewer." };
    private readonly Option<bool> terminal = new("--terminal")
    {
        Description = "Show the picture in the terminal, also where stdout is none.",
    };

    internal IEnumerable<Option> All =>
        [
            output.Flag,
            open,
            terminal,
            LanguageFlag.Option,
            SharedOptions.Force,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];

    /// <summary>A file that is called an image of another kind would open in no viewer.</summary>
    /// <exception cref="UsageException">The file's name ends otherwise.</exception>
    private void RequireSvg(OutputFile? file)
    {
        string ending = Path.GetExtension(file?.Path ?? "");
        if (ending.Length > 0 && !ending.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"A picture is written as SVG, and a file that ends with {ending} is taken for something else.",
                $"{output.Flag.Name} {file!.Path}",
                $"Name {Path.ChangeExtension(file.Path, ".svg")}: browsers show it, and save it as an image of another kind."
            );
        }
    }

    /// <summary>Where the picture goes; a file's place is looked at before any work is done.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">What is read meanwhile, and must not be overwritten.</param>
    internal PlotTarget Prepare(ParseResult parsed, params ReadOnlySpan<string> inputs)
    {
        Given.RefuseBeside(parsed, terminal, "one wants a picture, the other its numbers.", SharedOptions.Json);
        OutputFile? file = output.Prepare(parsed, inputs);
        RequireSvg(file);
        string name = parsed.CommandResult.Command.Name;
        if (parsed.GetValue(open) && file is null)
        {
            string temporary = Path.Combine(Path.GetTempPath(), $"tinynn-{name}-{Environment.ProcessId}.svg");
            file = OutputFile.Prepare(temporary, force: true);
        }
        bool isTyped =
            parsed.GetValue(terminal)
            || (file is null && !Terminal.IsOutputRedirected && !Given.Has(parsed, output.Flag));
        return new PlotTarget(new Session(parsed), name)
        {
            File = file,
            IsTyped = isTyped,
            IsOpened = parsed.GetValue(open),
        };
    }
}
