using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Predict;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Evaluate;

/// <summary><c>tinynn evaluate model data.csv</c>: the report of train on other rows.</summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        Argument<string> model = ModelSource.Argument();
        Argument<string> data = new("data")
        {
            Description = "A CSV or Parquet file that has the target too, or - for stdin.",
        };
        ReportOption page = new();
        MemberOption member = new();
        ExampledCommand command = new(
            "evaluate",
            "Compares a model's answers with the truth.",
            [
                "tinynn evaluate iris.tnn more.csv",
                "tinynn evaluate iris.tnn more.csv --json > report.json",
                "cat more.csv | tinynn evaluate iris.tnn -",
            ]
        )
        {
            model,
            data,
            member.Flag,
            page.Flag,
            SharedOptions.Force,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
        DataOptions options = new();
        command.Add(options.Written);
        command.SetAction(parsed =>
            Run(
                new Session(parsed) { Language = LanguageFlag.Read(parsed) },
                page.Prepare(parsed, parsed.GetRequiredValue(model), parsed.GetRequiredValue(data)),
                parsed.GetRequiredValue(model),
                parsed.GetRequiredValue(data),
                read => member.Choose(parsed, read),
                known => options.Read(parsed, known: known)
            )
        );
        return command;
    }

    private static int Run(
        Session session,
        ReportFile? page,
        string modelPath,
        string dataPath,
        Func<Model<float>, Model<float>> choose,
        Func<CsvFormat, CsvOptions> options
    )
    {
        DataSource.RequireOneStdin(modelPath, dataPath);
        Model<float> model = choose(ModelSource.Load(modelPath, dataPath));
        Table table = DataSource.Read(session, dataPath, model, options(model.DataFormat));
        session.NoteUnused(table.Ignored);
        session.Note(table.Findings.Where(finding => finding.Kind != FindingKind.RareClass));
        OutOfRangeRows far = new(model);
        far.Look(table);
        if (far.Note is { } note)
        {
            session.Note(note);
        }
        Report report = Evaluation.Run(model, table);
        page?.Write(session, table, model, report, modelPath);
        session.Show("evaluate", EvaluationDescription.Of(modelPath, model, table, report));
        return ExitCode.Success;
    }
}
