using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Pictures;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot flow data.csv --target y</c>: what reaches each layer while it learns.</summary>
internal sealed class FlowCommand
{
    private const int UsualUnits = 16;
    private const int DeepestSweep = 64;

    private readonly PlotData data = new(
        ArgumentArity.ExactlyOne,
        recipe => recipe.All.Where(flag => flag != recipe.Of(RowSettings.Test))
    );
    private readonly Option<int[]?> depths = Flag.Choice(
        "--depths",
        "Show too what is left of δ in fresh sigmoid networks of so many hidden layers: 1..8. [not shown]",
        [],
        FindDepths,
        text =>
            $"\"{text}\" is no range from 1 to {DeepestSweep}.{ParseErrors.Separator}Give, for example, --depths 1..8."
    );
    private readonly PlotOutput output = new();

    private FlowCommand() { }

    internal static Command Create()
    {
        FlowCommand flow = new();
        ExampledCommand command = new(
            "flow",
            "Trains, and shows what reaches each layer: sizes of δ and dW, updates, saturation, dead units.",
            [
                "tinynn plot flow iris.csv --target species --hidden 16,16,16 --activation sigmoid -o flow.svg",
                "tinynn plot flow iris.csv --target species --depths 1..8 --open",
                "tinynn plot flow spiral.csv --target class --hidden 32,32 --epochs 50 --terminal",
            ]
        )
        {
            flow.data.Data,
        };
        command.SetAction(flow.Run);
        command.Add([flow.data.Target, flow.depths, .. flow.output.All, .. flow.data.All.Skip(1)]);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string path = parsed.GetValue(data.Data)!;
        PlotTarget target = output.Prepare(parsed, path);
        Language language = LanguageFlag.Read(parsed);
        Table table = data.ReadTable(parsed, path);
        Recipe recipe = RecipeOptions.RequireSteps(data.ReadRecipe(parsed, table));
        if (recipe.Epochs == 0)
        {
            throw new UsageException("Nothing flows where nothing is trained.", "--epochs 0", "Give 1 or more.");
        }
        Plan<double> plan = Experiment.Plan<double>(table, [.. Enumerable.Range(0, table.Rows)], recipe);
        Chart[] sweep = parsed.GetValue(depths) is { Length: > 0 } wanted ? [Sweep(plan, wanted, language)] : [];
        SequentialNetwork<double> network = plan.Build();
        GradientFlow flow = new(network);
        History history = plan.Train(network, flow, flow).History;
        string[] notes =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(table.Source)}: {plan.Architecture}, {recipe.Activation}, {recipe.Optimizer.Name} {recipe.Optimizer.LearningRate}, seed {recipe.Seed}, loss {history.Epochs[^1].TrainingLoss:G4}"
            ),
        ];
        return target.Write(FlowPicture.Create(flow.Epochs, sweep, notes, language));
    }

    private static Chart Sweep(Plan<double> plan, int[] depths, Language language)
    {
        Activation last = plan.Architecture.OutputActivation;
        int units = plan.Recipe.Hidden.IsEmpty ? UsualUnits : plan.Recipe.Hidden[0];
        Activation[] hidden = [Activation.Sigmoid, Activation.Tanh, Activation.Relu];
        return DepthChart.Create(
            [
                .. hidden.Select(activation =>
                    (
                        activation.ToString(),
                        DepthSweep.Run(plan.Training, plan.Loss, last, activation, units, depths, plan.Recipe.Seed)
                    )
                ),
            ],
            language
        );
    }

    private static int[]? FindDepths(string text)
    {
        string[] ends = text.Split("..");
        bool isRange =
            ends.Length is 1 or 2
            && ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (!isRange)
        {
            return null;
        }
        int high = int.Parse(ends[^1], CultureInfo.InvariantCulture);
        int low = ends.Length == 1 ? 1 : int.Parse(ends[0], CultureInfo.InvariantCulture);
        return low >= 1 && low <= high && high <= DeepestSweep ? [.. Enumerable.Range(low, high - low + 1)] : null;
    }
}
