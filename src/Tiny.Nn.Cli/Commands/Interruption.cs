using System.Runtime.InteropServices;

namespace Tiny.Nn.Cli.Commands;

/// <summary>Ctrl-C once asks training to end; twice ends the process, as the system would.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration registration;

    /// <param name="session">Where to say that it was heard. Used from another thread.</param>
    internal Interruption(Session session) =>
        registration = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context =>
            {
                context.Cancel = !source.IsCancellationRequested;
                if (context.Cancel)
                {
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

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
