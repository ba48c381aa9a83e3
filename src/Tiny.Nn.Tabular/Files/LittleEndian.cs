using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Numbers to and from a stream of little-endian bytes, whatever the machine's own order.</summary>
internal static class LittleEndian
{
    /// <summary>As many elements are written or read at once.</summary>
    private const int Piece = 1 << 14;

    internal static void Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<T> piece = new T[Math.Min(values.Length, Piece)];
        while (!values.IsEmpty)
        {
            Span<T> part = piece[..Math.Min(values.Length, Piece)];
            values[..part.Length].CopyTo(part);
            ToMachineOrder(part);
            stream.Write(MemoryMarshal.AsBytes(part));
            values = values[part.Length..];
        }
    }

    /// <summary>Reads <paramref name="count"/> numbers, or as many as there still are.</summary>
    /// <remarks>
    /// The count is only a claim. Memory grows with the bytes that have come, to twice as many at most;
    /// it is taken at once only where the stream knows its length and the bytes are there.
    /// </remarks>
    internal static T[] Read<T>(Stream stream, int count)
        where T : unmanaged
    {
        long present = stream.CanSeek ? (stream.Length - stream.Position) / Unsafe.SizeOf<T>() : 0;
        T[] values = new T[Math.Min(count, Math.Max(present, Piece))];
        int filled = 0;
        while (filled < count)
        {
            if (filled == values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(count, 2L * filled));
            }
            Span<T> part = values.AsSpan(filled, Math.Min(values.Length - filled, Piece));
            Span<byte> bytes = MemoryMarshal.AsBytes(part);
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            filled += read / Unsafe.SizeOf<T>();
            if (read < bytes.Length)
            {
                break;
            }
        }
        Array.Resize(ref values, filled);
        ToMachineOrder(values.AsSpan());
        return values;
    }

    private static void ToMachineOrder<T>(Span<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
        {
            Reverse(values);
        }
    }

    /// <summary>Exchanges the bytes of each number, first for last.</summary>
    internal static void Reverse<T>(Span<T> values)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(uint))
        {
            Span<uint> words = MemoryMarshal.Cast<T, uint>(values);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
        else if (Unsafe.SizeOf<T>() == sizeof(ulong))
        {
            Span<ulong> words = MemoryMarshal.Cast<T, ulong>(values);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }
}
