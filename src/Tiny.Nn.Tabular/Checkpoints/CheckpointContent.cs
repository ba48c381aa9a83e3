using System.Security.Cryptography;
using System.Text;

namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>What a checkpoint holds: whose it is, and the states of the parts of a training by their names.</summary>
/// <remarks>In a file a line that says what it is, SHA-256 of the rest, and the rest.</remarks>
internal sealed record CheckpointContent(RunIdentity Identity, IReadOnlyDictionary<string, byte[]> States)
{
    private static readonly byte[] Head = "tinynn checkpoint 1\n"u8.ToArray();

    internal void Write(Stream stream)
    {
        byte[] rest = Rest();
        stream.Write(Head);
        stream.Write(SHA256.HashData(rest));
        stream.Write(rest);
    }

    /// <exception cref="InvalidDataException">It is no checkpoint, or not a whole one; the message says which.</exception>
    internal static CheckpointContent Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Head))
        {
            throw new InvalidDataException("It is no checkpoint.");
        }
        ReadOnlySpan<byte> sealedPart = file.AsSpan(Head.Length);
        if (
            sealedPart.Length < SHA256.HashSizeInBytes
            || !sealedPart[..SHA256.HashSizeInBytes]
                .SequenceEqual(SHA256.HashData(sealedPart[SHA256.HashSizeInBytes..]))
        )
        {
            throw new InvalidDataException("The checkpoint is damaged: its checksum is wrong.");
        }
        using BinaryReader reader = new(
            new MemoryStream(file, Head.Length + SHA256.HashSizeInBytes, sealedPart.Length - SHA256.HashSizeInBytes),
            Encoding.UTF8
        );
        RunIdentity identity = new(
            reader.ReadString(),
            reader.ReadString(),
            ReadPairs(reader, reader => reader.ReadString())
        );
        return new CheckpointContent(identity, ReadPairs(reader, reader => reader.ReadBytes(reader.ReadInt32())));
    }

    private byte[] Rest()
    {
        using MemoryStream rest = new();
        using BinaryWriter writer = new(rest, Encoding.UTF8);
        writer.Write(Identity.Version);
        writer.Write(Identity.Data);
        WritePairs(writer, Identity.Settings, writer.Write);
        WritePairs(
            writer,
            States,
            state =>
            {
                writer.Write(state.Length);
                writer.Write(state);
            }
        );
        writer.Flush();
        return rest.ToArray();
    }

    private static void WritePairs<T>(BinaryWriter writer, IReadOnlyDictionary<string, T> pairs, Action<T> write)
    {
        writer.Write(pairs.Count);
        foreach ((string name, T value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            write(value);
        }
    }

    private static Dictionary<string, T> ReadPairs<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        Dictionary<string, T> pairs = new(StringComparer.Ordinal);
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            pairs.Add(reader.ReadString(), read(reader));
        }
        return pairs;
    }
}
