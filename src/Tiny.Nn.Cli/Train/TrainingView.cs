using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Train;

/// <summary>Shows what a training came to, and writes what is written beside the model.</summary>
internal sealed class TrainingView(Session session, TrainingRun run)
{
    internal void Show(ResolvedSettings settings, TrainingFiles files, Saving saving, string source)
    {
        saving.WriteNote(() => settings.Save(files.Settings, run.Judged.Model.Target.Name));
        files.Log?.End(run.Judged.History, run.Ending, run.ModelPath);
        saving.Look(files.Log);
        saving.WriteNote(() =>
        {
            session.Show(CommandNames.Train, TrainingDescription.Of(run));
            session.Output.Flush();
        });
        session.Note(run.ModelPath is null ? "nothing was saved" : $"saved   {run.ModelPath}");
        run.Diagnostician?.Note(session);
        saving.WriteNote(() =>
            files.Page?.Write(session, run.Table, run.Judged, run.Folds, run.ModelPath, run.Diagnostician?.Texts)
        );
        if (run.ModelPath is { } model)
        {
            string next = source == StandardInput.Path ? "new.csv" : source;
            session.Note($"next    tinynn predict {ShellQuote.Argument(model)} {ShellQuote.Argument(next)}");
        }
    }
}
