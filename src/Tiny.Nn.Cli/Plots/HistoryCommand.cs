using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Pictures;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot history model</c>: the loss of each epoch of a training, and the accuracy or R².</summary>
internal static class HistoryCommand
{
    internal static Command Create()
    {
        Argument<string[]> source = new("model")
        {
            Description =
                "A model that train wrote, the .jsonl of its --log-file, or - for a model from stdin. Several are drawn beside each other.",
            Arity = ArgumentArity.OneOrMore,
        };
        PlotOutput output = new();
        ExampledCommand command = new(
            "history",
            "The loss of each epoch, in training and in validation, and the accuracy or R² of the validation.",
            [
                "tinynn plot history iris.tnn -o history.svg",
                "tinynn plot history slow.tnn fast.tnn -o both.svg",
                "tinynn plot history training.jsonl --terminal",
                "tinynn plot history iris.tnn --json",
            ]
        )
        {
            source,
        };
        command.SetAction(parsed =>
        {
            string[] paths = parsed.GetRequiredValue(source);
            PlotTarget target = output.Prepare(parsed, paths);
            Language language = LanguageFlag.Read(parsed);
            if (paths.Length > HistoryComparisonPicture.Most)
            {
                throw new UsageException(
                    $"There are {paths.Length} trainings, and no more than {HistoryComparisonPicture.Most} lines can be told apart.",
                    string.Join(' ', paths),
                    "Name fewer, or draw several pictures."
                );
            }
            Provenance[] trainings = [.. paths.Select(Read)];
            return target.Write(
                trainings is [var only]
                    ? HistoryPicture.Create(only, language)
                    : HistoryComparisonPicture.Create([.. Names(paths).Zip(trainings)], language)
            );
        });
        command.Add(output.All);
        return command;
    }

    private static Provenance Read(string path)
    {
        Provenance provenance = path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? HistoryLog.Read(path)
            : ModelSource.Load(path).Provenance;
        return provenance.Epochs.Count > 0
            ? provenance
            : throw new UsageException("It knows of no epoch.", path, "Name a model that tinynn train wrote.");
    }

    /// <summary>The files' names; with their directories where two are the same.</summary>
    private static string[] Names(string[] paths)
    {
        string[] names = [.. paths.Select(path => Path.GetFileName(path))];
        return names.Distinct().Count() == names.Length ? names : paths;
    }
}
