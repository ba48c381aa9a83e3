using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tables.Packed;

/// <summary>The bytes of a block of cells, wherever they are.</summary>
internal abstract class BlockBytes
{
    /// <summary>Some of the bytes; valid until the next are asked for on this thread.</summary>
    internal abstract ReadOnlySpan<byte> Slice(int start, int length);

    /// <summary>Bytes in memory, or, where there is one, in a scratch file.</summary>
    internal static BlockBytes Keep(ReadOnlySpan<byte> bytes, ScratchFile? scratch) =>
        scratch is null ? new BytesInMemory(bytes.ToArray()) : new BytesInFile(scratch, scratch.Append(bytes));

    private sealed class BytesInMemory(byte[] bytes) : BlockBytes
    {
        internal override ReadOnlySpan<byte> Slice(int start, int length) => bytes.AsSpan(start, length);
    }

    private sealed class BytesInFile(ScratchFile file, long place) : BlockBytes
    {
        [ThreadStatic]
        private static byte[]? room;

        internal override ReadOnlySpan<byte> Slice(int start, int length)
        {
            if (room is null || room.Length < length)
            {
                room = new byte[Math.Max(length, 1 << 15)];
            }
            Span<byte> bytes = room.AsSpan(0, length);
            file.Read(place + start, bytes);
            return bytes;
        }
    }
}
