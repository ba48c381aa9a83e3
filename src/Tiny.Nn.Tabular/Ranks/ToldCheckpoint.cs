using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>A checkpoint of whose states the other ranks are told: they go on from them as if they had been kept there.</summary>
/// <param name="own">Where they are kept.</param>
/// <param name="name">The way to the training.</param>
/// <param name="tell">Is told of a state, by its way from the first checkpoint on.</param>
internal sealed class ToldCheckpoint(ICheckpoint own, string name, Action<string, byte[]> tell) : ICheckpoint
{
    public bool IsDue => own.IsDue;

    public Stream? Open() => own.Open();

    public void Keep(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        byte[] state = stream.ToArray();
        own.Keep(kept => kept.Write(state));
        tell(name, state);
    }

    public ICheckpoint Part(string part) =>
        new ToldCheckpoint(own.Part(part), name.Length == 0 ? part : $"{name}/{part}", tell);

    /// <summary>Keeps a state that another rank told of.</summary>
    internal static void Take(ICheckpoint first, string name, byte[] state)
    {
        ICheckpoint place = name.Length == 0 ? first : first.Part(name);
        place.Keep(kept => kept.Write(state));
    }
}
