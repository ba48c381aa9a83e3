using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Pictures;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot boundary data.csv</c>: how a model divides the plane of two columns, or of the first two principal components.</summary>
internal sealed class BoundaryCommand
{
    private readonly PlotData data = new(
        ArgumentArity.ExactlyOne,
        recipe => recipe.All.Where(flag => flag != recipe.Of(RowSettings.Test))
    );
    private readonly Option<string?> model = new("--model")
    {
        Description = "A model that train wrote. [one is trained]",
    };
    private readonly Option<string?> x = new("--x") { Description = "The column from left to right. [the first]" };
    private readonly Option<string?> y = new("--y") { Description = "The column upwards. [the next]" };
    private readonly Option<bool> components = new("--components")
    {
        Description = "The plane of the first two principal components in place of two columns.",
    };
    private readonly MemberOption member = new();
    private readonly PlotOutput output = new();

    private BoundaryCommand() { }

    internal static Command Create()
    {
        BoundaryCommand boundary = new();
        ExampledCommand command = new(
            "boundary",
            "How a model divides a plane: regions of classes or a surface, with the samples.",
            [
                "tinynn plot boundary spiral.csv --target class -o spiral.svg",
                "tinynn plot boundary iris.csv --model iris.tnn --x petal_length --y petal_width --open",
                "tinynn plot boundary iris.csv --target species --hidden none --components --terminal",
            ]
        )
        {
            boundary.data.Data,
        };
        command.SetAction(boundary.Run);
        command.Add([
            boundary.data.Target,
            boundary.model,
            boundary.member.Flag,
            boundary.x,
            boundary.y,
            boundary.components,
            .. boundary.output.All,
            .. boundary.data.All.Skip(1),
        ]);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Given.RefuseBeside(parsed, components, "the plane has its own directions.", x, y);
        Given.RequireBeside(parsed, member.Flag, model);
        Given.RefuseBeside(parsed, model, "the model is trained already.", [data.Target, .. data.Recipe]);
        string path = parsed.GetValue(data.Data)!;
        string? modelPath = parsed.GetValue(model);
        PlotTarget target = output.Prepare(parsed, modelPath is null ? [path] : [path, modelPath]);
        Language language = LanguageFlag.Read(parsed);
        Table table;
        Model<float> trained;
        IReadOnlyList<int> validation = [];
        if (modelPath is not null)
        {
            DataSource.RequireOneStdin(modelPath, path);
            trained = member.Choose(parsed, ModelSource.Load(modelPath, path));
            table = DataSource.Read(new Session(parsed), path, trained, data.ReadOptions(parsed, trained.DataFormat));
        }
        else
        {
            table = data.ReadTable(parsed, path);
            RequirePlane(parsed, table);
            Recipe recipe = data.ReadRecipe(parsed, table);
            Trained<float> fitted = Experiment.Plan<float>(table, [.. Enumerable.Range(0, table.Rows)], recipe).Train();
            (trained, validation) = (fitted.Model, fitted.Plan.Split.Validation);
        }
        BoundaryPicture picture = new(trained, table, Cut(parsed, trained, table, language), language)
        {
            ValidationRows = validation.ToHashSet(),
            Notes = [TrainedNote.Of(trained, language)],
        };
        return target.Write(picture.Create());
    }

    private Section Cut(ParseResult parsed, Model<float> trained, Table table, Language language)
    {
        if (parsed.GetValue(components))
        {
            if (trained.Encoding.Outputs < 2 || table.Rows < 2)
            {
                throw new UsageException(
                    "A plane needs two inputs and two rows.",
                    table.Source,
                    "Give more columns or rows."
                );
            }
            return ComponentSection.Create(trained, table, language);
        }
        return ColumnSection.Create(trained, table, Columns(parsed, table), language);
    }

    /// <summary>Whether there is such a plane is known before anything is trained.</summary>
    private void RequirePlane(ParseResult parsed, Table table)
    {
        if (!parsed.GetValue(components))
        {
            Columns(parsed, table);
        }
    }

    /// <summary>The two columns: those named, else the first numbers, else the first that there are.</summary>
    private (int X, int Y) Columns(ParseResult parsed, Table table)
    {
        int[] usable =
        [
            .. Enumerable
                .Range(0, table.Schema.Count)
                .Where(i => table.Schema[i] is not TextFeature)
                .OrderBy(i => table.Schema[i] is NumberFeature ? 0 : 1),
        ];
        if (usable.Length < 2)
        {
            throw new UsageException(
                "A plane needs two columns that are no free text.",
                $"{table.Source}, features: {string.Join(", ", table.FeatureNames)}",
                "Give a file with two features, or --components."
            );
        }
        int? first = Find(parsed, x, table);
        int? second = Find(parsed, y, table);
        if (first == second && first is not null)
        {
            throw new UsageException(
                "--x and --y are one column.",
                $"--x {parsed.GetValue(x)} --y {parsed.GetValue(y)}",
                "Name two."
            );
        }
        int left = first ?? usable.First(i => i != second);
        return (left, second ?? usable.First(i => i != left));
    }

    private static int? Find(ParseResult parsed, Option<string?> flag, Table table)
    {
        if (parsed.GetValue(flag) is not { } name)
        {
            return null;
        }
        int place = table.FeatureNames.ToList().IndexOf(name);
        if (place < 0)
        {
            string meant = Closest.Meant(name, table.FeatureNames);
            throw new UsageException(
                $"There is no feature \"{name}\".",
                $"{flag.Name} {name}",
                $"{meant}There are: {string.Join(", ", table.FeatureNames)}."
            );
        }
        return table.Schema[place] is TextFeature
            ? throw new UsageException(
                "Free text has no axis.",
                $"{flag.Name} {name}",
                "Name a column of numbers, dates or categories."
            )
            : place;
    }
}
