using System.Diagnostics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>
/// The state of a run in a file, from which it goes on after an interruption, whatever ended it. The file is written as a whole or not at all, and the one
/// before it is kept beside it with <c>.old</c> behind its name.
/// </summary>
/// <remarks>Where it cannot be written, as on a full disk, training goes on, and the last whole one stays.</remarks>
public sealed class CheckpointFile : ICheckpoint
{
    private readonly RunIdentity identity;
    private readonly Action<OutputException>? failed;
    private readonly KeptStates states;
    private readonly Lock writing = new();
    private long written = Stopwatch.GetTimestamp();
    private bool hasFailed;

    private CheckpointFile(
        string path,
        RunIdentity identity,
        TimeSpan every,
        Action<OutputException>? failed,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> states
    )
    {
        Path = path;
        this.identity = identity;
        this.failed = failed;
        this.states = new KeptStates(every, states, WriteWhereDue);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>What it holds now, by the names of the trainings.</summary>
    internal IReadOnlyDictionary<string, ReadOnlyMemory<byte>> States => states.ToDictionary();

    /// <inheritdoc/>
    public bool IsDue => states.IsDue;

    /// <summary>Begins a run. Nothing is written yet.</summary>
    /// <param name="path">The file, which is replaced where there is one.</param>
    /// <param name="identity">Whose it is.</param>
    /// <param name="every">How much time passes until the state is kept anew.</param>
    /// <param name="failed">Is told when it could not be written, the first time in a row.</param>
    public static CheckpointFile Begin(
        string path,
        RunIdentity identity,
        TimeSpan every,
        Action<OutputException>? failed = null
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(identity);
        return new CheckpointFile(path, identity, every, failed, new Dictionary<string, ReadOnlyMemory<byte>>());
    }

    /// <summary>Goes on with a run: from the file, or, where that is gone or damaged, from the one before it.</summary>
    /// <exception cref="CheckpointException">There is no whole checkpoint, or it is of another run: the message says what differs.</exception>
    /// <inheritdoc cref="Begin"/>
    public static CheckpointFile Resume(
        string path,
        RunIdentity identity,
        TimeSpan every,
        Action<OutputException>? failed = null
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(identity);
        StoredCheckpoint stored = StoredCheckpoint.Find(path);
        stored.Require(identity);
        return Resume(stored, every, failed);
    }

    /// <summary>Goes on with what was found, whose identity was looked at.</summary>
    internal static CheckpointFile Resume(StoredCheckpoint stored, TimeSpan every, Action<OutputException>? failed) =>
        new(stored.Path, stored.Content.Identity, every, failed, stored.Content.States);

    /// <inheritdoc/>
    public Stream? Open() => states.Open();

    /// <inheritdoc/>
    public void Keep(Action<Stream> write) => states.Keep(write);

    /// <inheritdoc/>
    public ICheckpoint Part(string name) => states.Part(name);

    /// <summary>Writes what was kept, as it is done from time to time by itself: before a process ends, say.</summary>
    /// <returns>False where it could not be written.</returns>
    public bool Write()
    {
        lock (writing)
        {
            written = Stopwatch.GetTimestamp();
            try
            {
                new Generations(Path).Add(new CheckpointContent(identity, states.ToDictionary()).Write);
                hasFailed = false;
                return true;
            }
            catch (OutputException fault)
            {
                if (!hasFailed)
                {
                    failed?.Invoke(fault);
                }
                hasFailed = true;
                return false;
            }
        }
    }

    /// <summary>Deletes it, and the one before it: the run is over.</summary>
    public void Delete() => new Generations(Path).Delete();

    /// <summary>The file.</summary>
    public override string ToString() => Path;

    /// <summary>What a short training comes to is kept in memory only, until it is time to write.</summary>
    private void WriteWhereDue(bool wasDue)
    {
        if (wasDue || states.IsDueSince(Volatile.Read(ref written)))
        {
            Write();
        }
    }
}
