using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Data;

/// <summary>Something that may never come: after a second it is said, once, that it is waited for.</summary>
/// <param name="source">From where it is to come.</param>
/// <param name="session">Where to say so.</param>
internal sealed class Wait(string source, Session session)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock saying = new();
    private bool isSaid;

    /// <summary>Begins to wait, until disposed of: then nothing more is said.</summary>
    internal IDisposable Begin() => new Watch(this);

    private void Say() => session.Note($"note: waiting for data from {source}");

    private sealed class Watch : IDisposable
    {
        private readonly Wait wait;
        private readonly Timer timer;
        private bool isOver;

        internal Watch(Wait wait)
        {
            this.wait = wait;
            timer = new Timer(_ => Say(), null, Patience, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            // A note that is being written is waited for: it is not to stand within another.
            lock (wait.saying)
            {
                isOver = true;
            }
            timer.Dispose();
        }

        private void Say()
        {
            lock (wait.saying)
            {
                if (!isOver && !wait.isSaid)
                {
                    wait.isSaid = true;
                    wait.Say();
                }
            }
        }
    }
}
