using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Distill;

/// <summary><c>tinynn distill model.tnn data.csv</c>: a small network that learns the answers of a large model.</summary>
internal sealed class DistillCommand
{
    internal const string Name = "distill";

    private readonly Argument<string> model = ModelSource.Argument();
    private readonly Argument<string> data = new("data")
    {
        Description =
            "A CSV or Parquet file with the model's columns, or - for stdin; with the target it says what is lost.",
    };
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Where the small model goes. [the model's name with -small, in this directory]",
    };
    private readonly Option<int?> made = Flag.Value(
        "--made",
        "How many rows are made up for each row that is learned from. [as many as make 10,000, at most 50]",
        new CountText("20", least: 0)
    );
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "A line for every epoch." };
    private readonly RecipeOptions recipeOptions = new(DistillationOptions.Usual);
    private readonly DataOptions dataOptions = new();

    private DistillCommand() { }

    internal static Command Create()
    {
        DistillCommand distill = new();
        ExampledCommand command = new(
            Name,
            "Trains a small network on the answers of a large model, and says what is lost.",
            [
                "tinynn distill iris.tnn data/iris.csv",
                "tinynn distill prices.tnn houses.csv --hidden 16,8 --activation tanh -o small.tnn",
                "tinynn distill iris.tnn unlabelled.csv --made 100 --json > lost.json",
            ]
        );
        command.Arguments.Add(distill.model);
        command.Arguments.Add(distill.data);
        IEnumerable<Option> options =
        [
            distill.output,
            SharedOptions.Force,
            distill.made,
            .. SettingTable.OfDistilled.Select(distill.recipeOptions.Of),
            .. distill.dataOptions.Written,
            RunOptions.MaxTime,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            distill.verbose,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(distill.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        string largePath = parsed.GetRequiredValue(model);
        string source = parsed.GetRequiredValue(data);
        DataSource.RequireOneStdin(largePath, source);
        DistillationOptions options = new()
        {
            Recipe = recipeOptions.ReadTraining(parsed),
            MadePerRow = parsed.GetValue(made),
        };
        OutputFile file = OutputFile.Prepare(
            parsed.GetValue(output) ?? Small(largePath),
            parsed.GetValue(SharedOptions.Force),
            largePath,
            source
        );
        Model<float> large = ModelSource.Load(largePath, source);
        Table table = DataSource.Read(session, source, large, dataOptions.Read(parsed, known: large.DataFormat));
        session.Note(TrainingNotes.Read(table));
        session.Note(
            table.Findings.Where(finding =>
                finding.Kind is FindingKind.UnknownCategories or FindingKind.NoKnownCategory or FindingKind.DroppedRows
            )
        );
        using Interruption interruption = new(session, OneRank.OfMachine);
        DistillationPlan<float> plan = new(large, table, options);
        foreach (string line in DistillationNotes.Plan(plan))
        {
            session.Note(line);
        }
        interruption.Limit(parsed.GetValue(RunOptions.MaxTime));
        if (Train(plan, session, parsed.GetValue(verbose), interruption) is not { } distilled)
        {
            return interruption.SaveNothing(session, "the first epoch was not over");
        }
        Saving saving = new();
        string? place = saving.Write(distilled.Model, file, source);
        foreach (string line in DistillationNotes.End(distilled, largePath))
        {
            session.Note(line);
        }
        saving.WriteNote(() => session.Show(Name, DistillationDescription.Of(largePath, source, distilled, place)));
        return saving.HasFailed ? saving.Fail(session) : interruption.ExitCode ?? ExitCode.Success;
    }

    private static Distilled<float>? Train(
        DistillationPlan<float> plan,
        Session session,
        bool everyEpoch,
        Interruption interruption
    )
    {
        try
        {
            return TrainingWatch
                .Shown(session, Course.Of(plan.Recipe), everyEpoch)
                .While(shown => Distillation.Run(plan, shown, interruption.Token));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static string Small(string model) =>
        $"{(model == StandardInput.Path ? "model" : Path.GetFileNameWithoutExtension(model))}-small.tnn";
}
