using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing.Pictures;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot history model</c>: the loss of each epoch of a training, and the accuracy or R².</summary>
internal static class HistoryCommand
{
    internal static Command Create()
    {
        Argument<string> source = new("model")
        {
            Description = "A model that train wrote, the .jsonl of its --log-file, or - for a model from stdin.",
        };
        PlotOutput output = new();
        ExampledCommand command = new(
            "history",
            "The loss of each epoch, in training and in validation, and the accuracy or R² of the validation.",
            [
                "tinynn plot history iris.tnn -o history.svg",
                "tinynn plot history training.jsonl --terminal",
                "tinynn plot history iris.tnn --json",
            ]
        )
        {
            source,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(source);
            PlotTarget target = output.Prepare(parsed, path);
            Provenance provenance = path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
                ? HistoryLog.Read(path)
                : ModelSource.Load(path).Provenance;
            if (provenance.Epochs.Count == 0)
            {
                throw new UsageException("It knows of no epoch.", path, "Name a model that tinynn train wrote.");
            }
            return target.Write(HistoryPicture.Create(provenance, SharedOptions.ReadLanguage(parsed)));
        });
        return PlotOutput.With(command, output.All);
    }
}
