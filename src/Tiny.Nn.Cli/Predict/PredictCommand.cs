using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Predict;

/// <summary><c>tinynn predict model data.csv</c>: a row out for every row in, in the same order.</summary>
internal sealed class PredictCommand
{
    private readonly Argument<string> model = ModelSource.Argument();
    private readonly Argument<string> data = new("data")
    {
        Description = "A CSV or Parquet file with the model's features, in any order, or - for stdin.",
    };
    private readonly Option<bool> probabilities = new("--probabilities")
    {
        Description = "A column p_<class> for every class too.",
    };
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Where the predictions go. [stdout]",
    };

    private readonly Option<BadRows?> onError = Flag.Choice(
        "--on-error",
        "What becomes of a row that cannot be predicted: fail, skip or blank. [fail]",
        BadRows.Names,
        BadRows.Find
    );
    private readonly DataOptions dataOptions = new();

    private PredictCommand() { }

    internal static Command Create()
    {
        PredictCommand predict = new();
        ExampledCommand command = new(
            "predict",
            "Predicts the target of every row of a CSV file.",
            [
                "tinynn predict iris.tnn new.csv",
                "tinynn predict iris.tnn new.csv --probabilities -o predictions.csv",
                "cat new.csv | tinynn predict iris.tnn - --id name --on-error blank > predictions.csv",
            ]
        )
        {
            predict.model,
            predict.data,
            predict.probabilities,
            predict.output,
            predict.onError,
            predict.dataOptions.Id,
            SharedOptions.Force,
            LanguageFlag.Option,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
        command.Add(predict.dataOptions.Written);
        command.SetAction(predict.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        string source = parsed.GetRequiredValue(data);
        string modelPath = parsed.GetRequiredValue(model);
        DataSource.RequireOneStdin(modelPath, source);
        OutputFile? file =
            parsed.GetValue(output) is { } path && path != StandardInput.Path
                ? OutputFile.Prepare(path, parsed.GetValue(SharedOptions.Force), source, modelPath)
                : null;
        Model<float> loaded = ModelSource.Load(modelPath, source);
        bool perClass = parsed.GetValue(probabilities);
        if (perClass && loaded.Target is not ClassTarget)
        {
            throw new UsageException(
                "The model predicts a number, and a number has no probabilities.",
                "--probabilities",
                "Leave it out."
            );
        }

        // The target is not asked for: its cells may well be empty.
        using TablePortions portions = DataSource.ReadPortions(
            session,
            source,
            loaded,
            dataOptions.Read(parsed, known: loaded.DataFormat),
            PredictionWriter.Portion
        );
        session.NoteUnused([.. portions.Ignored.Where(name => name != loaded.Target.Name)]);
        BadRows badRows = parsed.GetValue(onError) ?? BadRows.Fail;
        PredictionColumns columns = PredictionColumns.For(loaded.Target, perClass);
        NoteRenamed(session, portions.IdNames, PredictionWriter.IdNames(portions, columns));
        PredictionWriter predictions = new(loaded, columns, badRows);
        if (file is null)
        {
            predictions.Write(portions, session.Bytes);
        }
        else
        {
            file.Write(stream => predictions.Write(portions, stream));
        }
        session.Note(portions.Findings);
        if (loaded.Target is NumberTarget { Unit: { } unit })
        {
            session.Note($"note: predictions are in the unit of {Excerpt.Name(loaded.Target.Name)}: {unit}");
        }
        if (predictions.FarNote is { } far)
        {
            session.Note(far);
        }
        if (predictions.FirstProblem is { } first)
        {
            string rows = predictions.Bad == 1 ? "1 row was" : $"{predictions.Bad} rows were";
            session.Note($"note: {rows} {badRows.Fate}; the first: {first.Where}: {first.What}");
        }
        return ExitCode.Success;
    }

    /// <summary>Two columns of one name could not be told apart.</summary>
    private static void NoteRenamed(Session session, IReadOnlyList<string> names, IReadOnlyList<string> written)
    {
        foreach ((string name, string other) in names.Zip(written).Where(pair => pair.First != pair.Second))
        {
            session.Note(
                $"note: column {Excerpt.Name(name)} is written as {Excerpt.Name(other)}: the predictions have a column of its name"
            );
        }
    }
}
