using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Compare;

/// <summary><c>tinynn compare one.tnn other.tnn data.csv</c>: two models on the same rows, and whether chance explains the difference.</summary>
internal static class CompareCommand
{
    internal static Command Create()
    {
        Argument<string> first = new("first") { Description = "A model that train wrote, or - for stdin." };
        Argument<string> second = new("second") { Description = "A model that predicts the same target." };
        Argument<string> data = new("data")
        {
            Description = "A CSV or Parquet file that has the target too, or - for stdin.",
        };
        ExampledCommand command = new(
            "compare",
            "Says which of two models is better on the same rows, if one is.",
            [
                "tinynn compare new.tnn old.tnn more.csv",
                "tinynn compare deep.tnn linear.tnn more.csv --json > comparison.json",
                "cat more.csv | tinynn compare new.tnn old.tnn -",
            ]
        )
        {
            first,
            second,
            data,
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
                parsed.GetRequiredValue(first),
                parsed.GetRequiredValue(second),
                parsed.GetRequiredValue(data),
                known => options.Read(parsed, known: known)
            )
        );
        return command;
    }

    private static int Run(
        Session session,
        string firstPath,
        string secondPath,
        string dataPath,
        Func<CsvFormat, CsvOptions> options
    )
    {
        DataSource.RequireOneStdin(firstPath, secondPath, dataPath);
        Model<float> first = ModelSource.Load(firstPath, dataPath);
        Model<float> second = ModelSource.Load(secondPath, dataPath);
        RequireSameTarget(first.Target, second.Target, firstPath, secondPath);
        TwiceReadSource source = TwiceReadSource.Open(session, dataPath);
        ComparedModel one = Ask(session, firstPath, first, source, options);
        ComparedModel other = Ask(session, secondPath, second, source, options);
        foreach (ComparedModel model in new[] { one, other }.DistinctBy(model => model.Path))
        {
            if (model.Model.Provenance.Source == Path.GetFileName(source.Name))
            {
                session.Note(
                    $"note: {model.Path} learned from a file named {Path.GetFileName(source.Name)}: rows that it may have memorized tell nothing"
                );
            }
        }
        session.Show("compare", ComparisonDescription.Of(new ModelComparison(one, other, source.Name)));
        return ExitCode.Success;
    }

    /// <summary>Each model reads the data in its own way: it may know other columns than the other.</summary>
    private static ComparedModel Ask(
        Session session,
        string path,
        Model<float> model,
        TwiceReadSource source,
        Func<CsvFormat, CsvOptions> options
    )
    {
        Table table = source.Read(session, model, options(model.DataFormat));
        session.Note(
            table.Findings.Where(finding =>
                finding.Kind is FindingKind.UnknownCategories or FindingKind.NoKnownCategory or FindingKind.DroppedRows
            )
        );
        return new ComparedModel(path, model, Evaluation.Predict(model, table, [.. Enumerable.Range(0, table.Rows)]));
    }

    private static void RequireSameTarget(ModelTarget first, ModelTarget second, string firstPath, string secondPath)
    {
        if (first.Name != second.Name || first.GetType() != second.GetType())
        {
            throw new ModelFormatException(
                $"The models predict different targets: {Describe(first)}, and {Describe(second)}.",
                $"{firstPath} and {secondPath}",
                "Compare models of the same target."
            );
        }
        if (
            first is ClassTarget one
            && second is ClassTarget other
            && !one.Classes.ToHashSet(StringComparer.Ordinal).SetEquals(other.Classes)
        )
        {
            throw new ModelFormatException(
                $"The models know different classes of {first.Name}: {List(one)}, and {List(other)}.",
                $"{firstPath} and {secondPath}",
                "Train both on data with the same classes."
            );
        }
    }

    private static string Describe(ModelTarget target) =>
        target is ClassTarget ? $"the class {target.Name}" : $"the number {target.Name}";

    private static string List(ClassTarget target) => Excerpt.List(target.Classes);
}
