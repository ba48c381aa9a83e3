using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>All who watch one training: people, a log, a diagnostician.</summary>
/// <param name="session">Where people look.</param>
/// <param name="log">Where events are kept; null for nowhere.</param>
/// <param name="diagnostician">Who looks for what is wrong; null for nobody.</param>
/// <param name="start">The weights that the network starts with; null for those of the plan.</param>
internal sealed class TrainingWatch(Session session, RunLog? log, Diagnostician? diagnostician, GivenWeights? start)
{
    private static readonly TimeSpan PauseBetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Trains.</summary>
    /// <param name="plan">What.</param>
    /// <param name="everyEpoch">Whether every epoch has a line of its own.</param>
    /// <param name="cancellation">Ends training after the step under way.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over.</exception>
    internal Trained<float> Train(Plan<float> plan, bool everyEpoch, CancellationToken cancellation)
    {
        Progress progress = Shown(session, Course.Of(plan), everyEpoch);
        if (plan.Bags.Count > 0)
        {
            return progress.While(shown => plan.Train(new CompositeProgress(shown, log), cancellation));
        }
        SequentialNetwork<float> network = StartWeights.Build(plan, start);
        IProgress<EpochReport>? diagnosis = diagnostician?.Watch(plan, network);
        try
        {
            Trained<float> trained = progress.While(shown =>
                plan.Train(
                    network,
                    null,
                    new CompositeProgress(new CompositeProgress(shown, log), diagnosis),
                    cancellation
                )
            );
            diagnostician?.Conclude(trained.History.StopReason);
            return trained;
        }
        catch (TrainingDivergedException fault)
        {
            log?.Diverge(fault);
            diagnostician?.Conclude(fault);
            diagnostician?.Note(session);
            throw;
        }
    }

    /// <summary>The same; null, and a note, where it was cancelled before the first epoch was over.</summary>
    internal Trained<float>? Train(Plan<float> plan, bool everyEpoch, Interruption interruption)
    {
        try
        {
            return Train(plan, everyEpoch, interruption.Token);
        }
        catch (OperationCanceledException)
        {
            session.Note(TrainingNotes.NoEpoch(interruption.Reason));
            return null;
        }
    }

    /// <summary>How people watch a training.</summary>
    internal static Progress Shown(Session session, Course course, bool everyEpoch)
    {
        Course spoken = course with { Language = session.Language };
        return session.IsLive && !everyEpoch
            ? Bar(session, spoken)
            : new LineProgress(session.Notes, spoken, everyEpoch ? TimeSpan.Zero : PauseBetweenLines);
    }

    // A method of its own: the library behind it is loaded with the first method that names it.
    private static BarProgress Bar(Session session, Course course) => new(session.Live(), course);
}
