using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>A checkpoint at whose moments all ranks of a bag keep their state together: those of the first rank.</summary>
internal sealed class AgreedCheckpoint(ICheckpoint own, EpochResults results) : ICheckpoint
{
    public bool IsDue => results.IsDue;

    public Stream? Open() => own.Open();

    public void Keep(Action<Stream> write) => own.Keep(write);

    public ICheckpoint Part(string name) => own.Part(name);
}
