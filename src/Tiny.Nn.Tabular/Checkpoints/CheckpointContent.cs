using System.Security.Cryptography;
using System.Text;

namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>What a checkpoint holds: whose it is, and the states of the parts of a training by their names.</summary>
/// <remarks>In a file a line that says what it is, these, and SHA-256 of all before it.</remarks>
internal sealed record CheckpointContent(RunIdentity Identity, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> States)
{
    private static readonly byte[] Head = "tinynn checkpoint 1\n"u8.ToArray();

    /// <summary>Writes all of it, without a copy of the states.</summary>
    internal void Write(Stream stream)
    {
        using SHA256 hash = SHA256.Create();
        using (CryptoStream hashed = new(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            using BinaryWriter writer = new(hashed, Encoding.UTF8, leaveOpen: true);
            writer.Write(Head);
            writer.Write(Identity.Version);
            writer.Write(Identity.Data);
            WritePairs(writer, Identity.Settings, writer.Write);
            WritePairs(
                writer,
                States,
                state =>
                {
                    writer.Write(state.Length);
                    writer.Write(state.Span);
                }
            );
        }
        stream.Write(hash.Hash);
    }

    /// <summary>Reads a file; the states stay parts of it.</summary>
    /// <exception cref="InvalidDataException">It is no checkpoint, or not a whole one; the message says which.</exception>
    internal static CheckpointContent Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Head))
        {
            throw new InvalidDataException("It is no checkpoint.");
        }
        int length = file.Length - SHA256.HashSizeInBytes;
        if (
            length < Head.Length
            || !SHA256.HashData(file.AsSpan(0, length)).AsSpan().SequenceEqual(file.AsSpan(length))
        )
        {
            throw new InvalidDataException("The checkpoint is damaged: its checksum is wrong.");
        }
        using MemoryStream stream = new(file, Head.Length, length - Head.Length);
        using BinaryReader reader = new(stream, Encoding.UTF8);
        RunIdentity identity = new(
            reader.ReadString(),
            reader.ReadString(),
            ReadPairs(reader, reader => reader.ReadString())
        );
        ReadOnlyMemory<byte> ReadState(BinaryReader reader)
        {
            int size = reader.ReadInt32();
            int start = Head.Length + (int)stream.Position;
            stream.Seek(size, SeekOrigin.Current);
            return file.AsMemory(start, size);
        }
        return new CheckpointContent(identity, ReadPairs(reader, ReadState));
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
