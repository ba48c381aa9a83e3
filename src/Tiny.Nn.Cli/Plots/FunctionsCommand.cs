using System.CommandLine;
using System.Globalization;
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
    private readonly Option<double?> from = Place("--from", "Where the charts begin.", FunctionAtlas.Low);
    private readonly Option<double?> to = Place("--to", "Where they end.", FunctionAtlas.High);
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
                "tinynn plot functions --from -10 --to 10 -o wide.svg",
                "tinynn plot functions --only relu,leaky-relu:0.2 --lang ja --open",
            ]
        );
        command.SetAction(functions.Run);
        command.Add([functions.only, functions.from, functions.to, functions.columns, .. functions.output.All]);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Activation[] wanted = [.. Names(parsed).Select(Find)];
        double low = parsed.GetValue(from) ?? FunctionAtlas.Low;
        double high = parsed.GetValue(to) ?? FunctionAtlas.High;
        if (low >= high)
        {
            throw new UsageException(
                "A chart begins before it ends.",
                string.Create(CultureInfo.InvariantCulture, $"{from.Name} {low} {to.Name} {high}"),
                "Give --from a smaller number than --to."
            );
        }
        PlotTarget target = output.Prepare(parsed);
        Language language = LanguageFlag.Read(parsed);
        return target.Write(FunctionAtlas.Create(wanted, low, high, language, parsed.GetValue(columns) ?? 3));
    }

    private static Option<double?> Place(string name, string description, double usual) =>
        Flag.Number(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{description} [{usual}]"),
            place => Math.Abs(place) <= FunctionAtlas.Farthest,
            string.Create(CultureInfo.InvariantCulture, $"from -{FunctionAtlas.Farthest} to {FunctionAtlas.Farthest}"),
            "10"
        );

    private string[] Names(ParseResult parsed) => parsed.GetValue(only) is { Length: > 0 } names ? names : Known;

    private static Activation Find(string name)
    {
        try
        {
            return Activation.Parse(name);
        }
        catch (FormatException fault)
        {
            string meant = Closest.Meant(name, Known);
            throw new UsageException(
                fault.Message.Split(". There are")[0].TrimEnd('.') + ".",
                $"--only {name}",
                $"{meant}There are: {string.Join(", ", Activation.All)}.",
                fault
            );
        }
    }
}
