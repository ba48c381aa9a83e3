using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>The states of trainings in memory, by their names.</summary>
internal sealed class KeptStates : ICheckpoint
{
    private readonly TimeSpan? every;
    private readonly Action<bool>? kept;
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> states;
    private readonly Slot whole;

    /// <param name="every">How much time passes until a state is kept anew; null for at the end of a training alone.</param>
    /// <param name="states">What is known already.</param>
    /// <param name="kept">Is told after each state that was kept, on the thread of its training: whether it was time for it.</param>
    internal KeptStates(
        TimeSpan? every,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> states,
        Action<bool>? kept = null
    )
    {
        this.every = every;
        this.states = new(states, StringComparer.Ordinal);
        this.kept = kept;
        whole = new Slot(this, "");
    }

    internal KeptStates()
        : this(null, new Dictionary<string, ReadOnlyMemory<byte>>()) { }

    public bool IsDue => whole.IsDue;

    public Stream? Open() => whole.Open();

    public void Keep(Action<Stream> write) => whole.Keep(write);

    public ICheckpoint Part(string name) => whole.Part(name);

    /// <summary>True where it is so long ago that a state is to be kept anew.</summary>
    internal bool IsDueSince(long moment) => Stopwatch.GetElapsedTime(moment) >= every;

    /// <summary>All of them, as they are now.</summary>
    internal IReadOnlyDictionary<string, ReadOnlyMemory<byte>> ToDictionary() => states.ToDictionary();

    /// <summary>The place of one training.</summary>
    private sealed class Slot(KeptStates all, string name) : ICheckpoint
    {
        private long moment = Stopwatch.GetTimestamp();

        public bool IsDue => all.IsDueSince(moment);

        public Stream? Open() =>
            all.states.TryGetValue(name, out ReadOnlyMemory<byte> state)
            && MemoryMarshal.TryGetArray(state, out ArraySegment<byte> bytes)
                ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : null;

        public void Keep(Action<Stream> write)
        {
            bool wasDue = IsDue;
            MemoryStream state = new();
            write(state);
            all.states[name] = state.GetBuffer().AsMemory(0, (int)state.Length);
            all.kept?.Invoke(wasDue);
            moment = Stopwatch.GetTimestamp();
        }

        public ICheckpoint Part(string part) => new Slot(all, name.Length == 0 ? part : $"{name}/{part}");
    }
}
