using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>All who watch one training: people, a log, a diagnostician.</summary>
/// <param name="session">Where people look.</param>
/// <param name="log">Where events are kept; null for nowhere.</param>
/// <param name="diagnostician">Who looks for what is wrong; null for nobody.</param>
internal sealed class TrainingWatch(Session session, RunLog? log, Diagnostician? diagnostician)
{
    private static readonly TimeSpan PauseBetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Trains.</summary>
    /// <param name="everyEpoch">Whether every epoch has a line of its own.</param>
    /// <param name="recipe">How.</param>
    /// <param name="train">Does it, given who is to be told of epochs.</param>
    internal Outcome<float> Run(
        bool everyEpoch,
        Recipe recipe,
        Func<Func<Preparation<float>, IProgress<EpochReport>>, Outcome<float>> train
    )
    {
        Progress progress =
            session.IsLive && !everyEpoch
                ? Bar(recipe)
                : new LineProgress(session.Notes, recipe, everyEpoch ? TimeSpan.Zero : PauseBetweenLines);
        try
        {
            Outcome<float> outcome = progress.While(shown => train(prepared => Told(prepared, recipe, shown)));
            diagnostician?.Conclude(outcome.History.StopReason);
            return outcome;
        }
        catch (TrainingDivergedException fault)
        {
            log?.Diverge(fault);
            diagnostician?.Conclude(fault);
            diagnostician?.Note(session);
            throw;
        }
    }

    private CompositeProgress Told(Preparation<float> prepared, Recipe recipe, IProgress<EpochReport> shown) =>
        new(new CompositeProgress(shown, log), diagnostician?.Watch(prepared, recipe));

    // A method of its own: the library behind it is loaded with the first method that names it.
    private BarProgress Bar(Recipe recipe) => new(session.Live(), recipe);
}
