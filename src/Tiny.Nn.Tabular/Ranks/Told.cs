using System.Text;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>Named bytes in a message.</summary>
internal static class Told
{
    /// <summary>A message of them and nothing else.</summary>
    internal static byte[] Write(IReadOnlyCollection<KeyValuePair<string, byte[]>> told)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.WriteTold(told);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>What such a message holds.</summary>
    internal static KeyValuePair<string, byte[]>[] Read(byte[] message)
    {
        using BinaryReader reader = new(new MemoryStream(message), Encoding.UTF8);
        return [.. reader.ReadTold()];
    }

    internal static void WriteTold(this BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, byte[]>> told)
    {
        writer.Write(told.Count);
        foreach ((string name, byte[] bytes) in told)
        {
            writer.Write(name);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }

    internal static IEnumerable<KeyValuePair<string, byte[]>> ReadTold(this BinaryReader reader)
    {
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            string name = reader.ReadString();
            yield return new(name, reader.ReadBytes(reader.ReadInt32()));
        }
    }
}
