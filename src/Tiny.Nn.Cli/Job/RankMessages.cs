using System.Text;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Job;

/// <summary>
/// The errors of a process that is not the first: mostly the first one has the same, says it, and ends the job. Only where it does not, this one says it, with its name.
/// </summary>
internal sealed class RankMessages(TextWriter messages) : TextWriter
{
    /// <summary>Longer than it takes to end a job.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ManualResetEventSlim isEnding = new();
    private bool hasWaited;

    public override Encoding Encoding => messages.Encoding;

    /// <summary>A signal was heard: the job is ended, and whoever ended it has told why.</summary>
    /// <returns>True: this process goes on until the first one has finished.</returns>
    internal bool Hush()
    {
        isEnding.Set();
        return true;
    }

    /// <summary>Of a process that had not joined the others yet nobody needs to hear: all of them had the same command line.</summary>
    public override void WriteLine(string? value)
    {
        bool isTold = hasWaited ? isEnding.IsSet : isEnding.Wait(Patience);
        hasWaited = true;
        if (JoinedJob.HasBegun && !isTold)
        {
            messages.WriteLine($"rank {Launcher.Rank} on {Environment.MachineName}: {value}");
        }
    }

    public override void Write(char value) => messages.Write(value);

    protected override void Dispose(bool disposing)
    {
        isEnding.Dispose();
        base.Dispose(disposing);
    }
}
