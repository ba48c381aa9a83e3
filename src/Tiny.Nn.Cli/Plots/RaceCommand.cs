using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Pictures;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot race</c>: optimizers on the same loss from the same start.</summary>
internal sealed class RaceCommand
{
    private const int UsualSteps = 200;

    private static readonly double[] Rates = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001];
    private static readonly string[] Usual =
    [
        "sgd",
        "momentum",
        "nesterov",
        "rmsprop",
        "adam",
        OptimizerComparison.LbfgsName,
    ];
    private static readonly string[] Known =
    [
        .. Optimizer.All.Select(optimizer => optimizer.Name),
        OptimizerComparison.LbfgsName,
    ];
    private static readonly Caption Tuned = new(
        "Each optimizer with the learning rate, of nine from 1 to 0.0001, that ends lowest. The legend: rate and last loss.",
        "学習率は 1〜0.0001 の9通りから、最後の損失が最も小さいものを手法ごとに選んだ。凡例は学習率と最後の損失。"
    );
    private static readonly Caption Given = new(
        "All with the same learning rate. The legend: rate and last loss.",
        "学習率はすべて同じ。凡例は学習率と最後の損失。"
    );
    private static readonly Caption Searching = new(
        "L-BFGS has no rate: it searches for its steps.",
        "L-BFGS には学習率がなく、歩幅を自分で探す。"
    );

    private readonly PlotData data = new(
        ArgumentArity.ZeroOrOne,
        recipe => [.. recipe.Of(SettingPart.Network), .. recipe.Of(SettingPart.Data)]
    );
    private readonly Option<TestFunction?> function = Flag.Choice(
        "--function",
        $"Race on this function in place of data: {string.Join(", ", TestFunction.All.Select(f => f.Name))}.",
        [.. TestFunction.All.Select(f => f.Name)],
        name => TestFunction.All.FirstOrDefault(f => f.Name == name)
    );
    private readonly Option<string[]?> optimizers = Flag.Names(
        "--optimizers",
        $"Who takes part: {string.Join(", ", Known)}. [{string.Join(',', Usual)}]"
    );
    private readonly Option<double?> learningRate = Flag.Number(
        "--learning-rate",
        "The learning rate of all. [for each the best of nine]",
        rate => rate > 0,
        "above 0",
        "0.01"
    );
    private readonly Option<int?> steps = Flag.Count("--steps", $"How many steps. [{UsualSteps}]", "100");
    private readonly PlotOutput output = new();

    private RaceCommand() { }

    internal static Command Create()
    {
        RaceCommand race = new();
        ExampledCommand command = new(
            "race",
            "Optimizers on the same loss from the same start: all rows at every step, or a test function.",
            [
                "tinynn plot race --function rosenbrock -o race.svg",
                "tinynn plot race iris.csv --target species --hidden 8 --open",
                "tinynn plot race --function bowl --optimizers sgd,momentum --learning-rate 0.03 --terminal",
            ]
        )
        {
            race.data.Data,
        };
        command.SetAction(race.Run);
        command.Add([
            race.function,
            race.data.Target,
            race.optimizers,
            race.learningRate,
            race.steps,
            .. race.output.All,
            .. race.data.All.Skip(1),
        ]);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Flags.Given.RefuseBeside(parsed, function, "the function is the loss.", data.All);
        string? path = parsed.GetValue(data.Data);
        TestFunction? course = parsed.GetValue(function);
        if (path is not null && course is not null)
        {
            throw new UsageException(
                "The race is on data or on a function.",
                $"{path} --function {course.Name}",
                "Leave one of the two out."
            );
        }
        string[] runners = ReadRunners(parsed);
        PlotTarget target = output.Prepare(parsed, path is null ? [] : [path]);
        Language language = LanguageFlag.Read(parsed);
        course ??= path is null ? TestFunction.All[0] : null;
        (string name, DifferentiableFunction loss, double[] start) = course is null
            ? Course(parsed, path!)
            : (course.Name, course.Function, [course.Start.X, course.Start.Y]);
        double[] rates = parsed.GetValue(learningRate) is { } rate ? [rate] : Rates;
        int count = parsed.GetValue(steps) ?? UsualSteps;
        OptimizerComparison[] races = [.. runners.Select(runner => Run(runner, rates, loss, start, count))];
        Caption[] notes =
        [
            rates.Length > 1 ? Tuned : Given,
            .. runners.Contains(OptimizerComparison.LbfgsName) ? [Searching] : (Caption[])[],
        ];
        return target.Write(
            OptimizerComparisonPicture.Create(
                name,
                races,
                course,
                [.. notes.Select(note => note.In(language))],
                language
            )
        );
    }

    private static OptimizerComparison Run(
        string runner,
        double[] rates,
        DifferentiableFunction loss,
        double[] start,
        int steps
    ) =>
        runner == OptimizerComparison.LbfgsName
            ? OptimizerComparison.RunLbfgs(loss, start, steps)
            : OptimizerComparison.Best(Optimizer.Parse(runner), rates, loss, start, steps);

    private string[] ReadRunners(ParseResult parsed)
    {
        string[] runners = parsed.GetValue(optimizers) is { Length: > 0 } names ? [.. names.Distinct()] : Usual;
        return runners.FirstOrDefault(name => !Known.Contains(name)) is { } unknown
            ? throw new UsageException(
                $"There is no optimizer \"{unknown}\".",
                $"--optimizers {unknown}",
                $"{Closest.Meant(unknown, Known)}There are: {string.Join(", ", Known)}."
            )
            : runners;
    }

    private (string, DifferentiableFunction, double[]) Course(ParseResult parsed, string path)
    {
        Table table = data.ReadTable(parsed, path);
        Recipe recipe = data.ReadRecipe(parsed, table) with { ValidationFraction = 0 };
        Plan<double> plan = Experiment.Plan<double>(table, [.. Enumerable.Range(0, table.Rows)], recipe);
        SequentialNetwork<double> network = plan.Build();
        DatasetLoss loss = new(network, plan.Loss, plan.Training);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(table.Source)}, {plan.Architecture}, {plan.Loss.Name}"
        );
        return (name, loss.Evaluate, network.Parameters.Values.ToArray());
    }
}
