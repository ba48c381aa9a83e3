using System.Runtime.InteropServices;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>Ctrl-C once asks training to end, and so does a time that is over; Ctrl-C twice ends the process, as the system would.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration registration;
    private volatile bool isHeard;

    /// <param name="session">Where to say that it was heard. Used from another thread.</param>
    internal Interruption(Session session) =>
        registration = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context =>
            {
                context.Cancel = !isHeard;
                if (context.Cancel)
                {
                    isHeard = true;
                    session.Note("interrupted: finishing the step; again to stop at once");
                    source.Cancel();
                }
                else
                {
                    session.ShowCursor();
                }
            }
        );

    internal CancellationToken Token => source.Token;

    /// <summary>Why a training was cancelled, in words.</summary>
    internal string Reason => isHeard ? "interrupted" : "the time was up";

    /// <summary>What ended a training, as documents name it.</summary>
    internal string StopReason(History history) =>
        history.StopReason switch
        {
            Training.StopReason.StoppingRule => "stopping-rule",
            Training.StopReason.Cancelled => isHeard ? "interrupted" : "time-limit",
            _ => "all-epochs",
        };

    /// <summary>True once Ctrl-C was pressed.</summary>
    internal bool IsHeard => isHeard;

    /// <summary>Starts the clock, where there is a limit.</summary>
    internal void Limit(TimeSpan? time)
    {
        if (time is { } limit)
        {
            source.CancelAfter(limit);
        }
    }

    /// <summary>What a run ends with that has nothing to save yet: before the first epoch is over, the parameters are chance.</summary>
    /// <param name="session">Where to say so.</param>
    /// <param name="reason">What is missing.</param>
    /// <exception cref="UsageException">It was not Ctrl-C that ended it.</exception>
    internal int SaveNothing(Session session, string reason)
    {
        if (!isHeard)
        {
            throw new UsageException(
                $"Nothing was saved: {reason} when the time was up.",
                RunOptions.MaxTime.Name,
                "Give more time, or a smaller network."
            );
        }
        session.Note($"nothing was saved: {reason}");
        return ExitCode.Interrupted;
    }

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
