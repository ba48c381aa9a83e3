using System.CommandLine;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Pictures;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot functions</c>: every activation with its derivative.</summary>
internal sealed class FunctionsCommand
{
    private static readonly string[] Known = [.. Activation.All.Select(activation => activation.Name)];

    private readonly Option<string[]?> only = Flag.Names(
        "--only",
        $"These functions: {string.Join(", ", Activation.All)}. [all]"
    );
    private readonly Option<int?> columns = Flag.Count("--columns", "How many charts stand side by side. [3]", "2");
    private readonly PlotOutput output = new();

    private FunctionsCommand() { }

    internal static Command Create()
    {
        FunctionsCommand functions = new();
        ExampledCommand command = new(
            "functions",
            "The function atlas: every activation with its derivative, and softmax with one input swept.",
            [
                "tinynn plot functions -o functions.svg",
                "tinynn plot functions --only sigmoid,tanh --terminal",
                "tinynn plot functions --only relu,leaky-relu:0.2 --lang ja --open",
            ]
        );
        command.SetAction(functions.Run);
        return PlotOutput.With(command, [functions.only, functions.columns, .. functions.output.All]);
    }

    private int Run(ParseResult parsed)
    {
        Activation[] wanted = [.. Names(parsed).Select(Find)];
        PlotTarget target = output.Prepare(parsed);
        Language language = SharedOptions.ReadLanguage(parsed);
        return target.Write(FunctionAtlas.Create(wanted, language, parsed.GetValue(columns) ?? 3));
    }

    private string[] Names(ParseResult parsed) => parsed.GetValue(only) is { Length: > 0 } names ? names : Known;

    private static Activation Find(string name)
    {
        try
        {
            return Activation.Parse(name);
        }
        catch (FormatException fault)
        {
            string meant = Closest.To(name, Known) is { } close ? $"Did you mean {close}? " : "";
            throw new UsageException(
                fault.Message.Split(". There are")[0].TrimEnd('.') + ".",
                $"--only {name}",
                $"{meant}There are: {string.Join(", ", Activation.All)}.",
                fault
            );
        }
    }
}
