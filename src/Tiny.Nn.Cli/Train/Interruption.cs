using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>
/// A signal asks training to end, and so does a time that is over; a second signal ends the process, as the system would. Of several processes that make one run
/// only the first hears, and the others end when it does.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly IRanks ranks;
    private readonly IDisposable? registration;
    private volatile EndingSignal? heard;

    /// <param name="session">Where to say that it was heard. Used from another thread.</param>
    /// <param name="ranks">The processes that make this run.</param>
    internal Interruption(Session session, IRanks ranks)
    {
        this.ranks = ranks;
        registration = ranks.Number > 0 ? null : Listen(session);
    }

    private IDisposable Listen(Session session) =>
        EndingSignals.PutOff(signal =>
        {
            if (heard is not null)
            {
                session.ShowCursor();
                return false;
            }
            heard = signal;
            session.Note($"{signal.Said}: finishing the step; again to stop at once");
            source.Cancel();
            return true;
        });

    internal CancellationToken Token => source.Token;

    /// <summary>Asks the first process whether it was ended; every process does so at this place.</summary>
    internal bool HasEnded()
    {
        bool hasEnded = ranks.FirstSays(Token.IsCancellationRequested);
        if (hasEnded)
        {
            source.Cancel();
        }
        return hasEnded;
    }

    /// <summary>Why a training was cancelled, in words.</summary>
    internal string Reason => heard is not null ? "interrupted" : "the time was up";

    /// <summary>What ended a training, as documents name it.</summary>
    internal string StopReason(History history) =>
        history.StopReason switch
        {
            Training.StopReason.StoppingRule => "stopping-rule",
            Training.StopReason.Diverged => "diverged",
            Training.StopReason.Cancelled => heard is not null ? "interrupted" : "time-limit",
            Training.StopReason.Minimum => "minimum",
            Training.StopReason.NoDecrease => "no-decrease",
            _ => "all-epochs",
        };

    /// <summary>What a signal makes the process end with; null where none was heard.</summary>
    internal int? ExitCode => heard?.ExitCode;

    /// <summary>Starts the clock, where there is a limit.</summary>
    internal void Limit(TimeSpan? time)
    {
        if (time is { } limit && ranks.Number == 0)
        {
            source.CancelAfter(limit);
        }
    }

    /// <summary>What a run ends with that has nothing to save yet: before the first epoch is over, the parameters are chance. The first process says so.</summary>
    /// <param name="session">Where to say so.</param>
    /// <param name="reason">What is missing.</param>
    /// <exception cref="UsageException">It was no signal that ended it.</exception>
    internal int SaveNothing(Session session, string reason)
    {
        if (ranks.Number > 0)
        {
            return Shell.ExitCode.Success;
        }
        if (heard is null)
        {
            throw new UsageException(
                $"Nothing was saved: {reason} when the time was up.",
                RunOptions.MaxTime.Name,
                "Give more time, or a smaller network."
            );
        }
        session.Note($"nothing was saved: {reason}");
        return heard.ExitCode;
    }

    public void Dispose()
    {
        registration?.Dispose();
        source.Dispose();
    }
}
