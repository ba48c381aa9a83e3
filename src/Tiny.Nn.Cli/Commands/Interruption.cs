using System.Runtime.InteropServices;

namespace Tiny.Nn.Cli.Commands;

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

    /// <summary>What a run ends with that saved its model.</summary>
    internal int SavedCode => isHeard ? ExitCode.Interrupted : ExitCode.Success;

    /// <summary>Starts the clock, where there is a limit.</summary>
    internal void Limit(TimeSpan? time)
    {
        if (time is { } limit)
        {
            source.CancelAfter(limit);
        }
    }

    /// <summary>What a run ends with whose first epoch was not over: there is no best epoch yet, the parameters are chance.</summary>
    /// <exception cref="UsageException">It was not Ctrl-C that ended it.</exception>
    internal int SaveNothing(Session session)
    {
        if (!isHeard)
        {
            throw new UsageException(
                "The time was up before the first epoch was over: nothing was saved.",
                RunOptions.MaxTime.Name,
                "Give more time, or a smaller network."
            );
        }
        session.Note("nothing was saved: the first epoch was not over");
        return ExitCode.Interrupted;
    }

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
