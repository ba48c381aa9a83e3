using System.Text;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>What a rank says in a round of dealing.</summary>
/// <param name="Asked">Whether it would have the run ended, and how. That of the first rank counts.</param>
/// <param name="Free">How many works more it could have under way.</param>
/// <param name="Told">What its works said since the round before.</param>
/// <param name="Ended">Which of its works ended since then, and how.</param>
internal sealed record DealtMessage(
    DealtEnd Asked,
    int Free,
    IReadOnlyList<KeyValuePair<string, byte[]>> Told,
    IReadOnlyList<(int Place, WorkEnd How)> Ended
)
{
    internal byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write((int)Asked);
        writer.Write(Free);
        writer.WriteTold(Told);
        writer.Write(Ended.Count);
        foreach ((int place, WorkEnd how) in Ended)
        {
            writer.Write(place);
            writer.Write((int)how);
        }
        writer.Flush();
        return stream.ToArray();
    }

    internal static DealtMessage Read(byte[] message)
    {
        using BinaryReader reader = new(new MemoryStream(message), Encoding.UTF8);
        DealtEnd asked = (DealtEnd)reader.ReadInt32();
        int free = reader.ReadInt32();
        KeyValuePair<string, byte[]>[] told = [.. reader.ReadTold()];
        (int, WorkEnd)[] ended = new (int, WorkEnd)[reader.ReadInt32()];
        foreach (ref (int Place, WorkEnd How) one in ended.AsSpan())
        {
            one = (reader.ReadInt32(), (WorkEnd)reader.ReadInt32());
        }
        return new DealtMessage(asked, free, told, ended);
    }
}

/// <summary>Why no work is begun any more.</summary>
internal enum DealtEnd
{
    /// <summary>All were begun.</summary>
    All,

    /// <summary>It was enough; those under way were finished.</summary>
    Enough,

    /// <summary>It was cancelled; those under way were too.</summary>
    Cancelled,
}

/// <summary>How a work ended.</summary>
internal enum WorkEnd
{
    /// <summary>It came to what it was to.</summary>
    Done,

    /// <summary>It was cancelled on the way.</summary>
    Cancelled,

    /// <summary>By an exception.</summary>
    Failed,
}
