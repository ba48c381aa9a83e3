using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Tiny.Nn.Tabular.Files;

/// <summary>
/// Rows of equally many bytes in a file, read from any place. Before them stand 64 bytes: a mark, the identity of what they were made of (SHA-256), the number of rows and the
/// bytes of each; behind them the SHA-256 of them all.
/// </summary>
/// <remarks>Rows are read and not mapped into memory: where the disk fails, or somebody shortens the file, that is an error and not the end of the process.</remarks>
internal sealed class RowFile : IDisposable
{
    private const int HeadSize = 64;
    private const int HashSize = SHA256.HashSizeInBytes;
    private const int Block = 1 << 20;

    private static readonly byte[] Mark = [.. "TINYROW1"u8];

    private readonly SafeFileHandle handle;

    private RowFile(string path, SafeFileHandle handle, int width)
    {
        Path = path;
        this.handle = handle;
        Width = width;
    }

    /// <summary>Where it is.</summary>
    internal string Path { get; }

    /// <summary>How many bytes a row has.</summary>
    internal int Width { get; }

    /// <summary>Opens a file, once all of it is known to be what was written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">What its rows are to be made of.</param>
    /// <param name="rows">How many there are to be.</param>
    /// <param name="width">How many bytes each is to have.</param>
    /// <returns>Null where there is no such file, or one that is damaged, cut off or of something else.</returns>
    internal static RowFile? Open(string path, ReadOnlySpan<byte> identity, long rows, int width)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            if (RandomAccess.GetLength(handle) == HeadSize + rows * width + HashSize)
            {
                byte[] head = new byte[HeadSize];
                byte[] hash = new byte[HashSize];
                Reading.Exactly(handle, 0, head);
                Reading.Exactly(handle, HeadSize + rows * width, hash);
                if (
                    head.AsSpan().SequenceEqual(Head(identity, rows, width))
                    && Hash(handle, rows * width).AsSpan().SequenceEqual(hash)
                )
                {
                    RowFile found = new(path, handle, width);
                    handle = null;
                    return found;
                }
            }
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            handle?.Dispose();
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">The file; another of that name is replaced.</param>
    /// <param name="identity">What the rows are made of.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="width">How many bytes each has.</param>
    /// <param name="portions">All rows, one portion after the other; each may be in the same memory.</param>
    /// <exception cref="OutputException">It could not be written.</exception>
    internal static void Write(
        string path,
        ReadOnlyMemory<byte> identity,
        long rows,
        int width,
        IEnumerable<ReadOnlyMemory<byte>> portions
    ) =>
        AtomicFile.Replace(
            path,
            stream =>
            {
                using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                stream.Write(Head(identity.Span, rows, width));
                foreach (ReadOnlyMemory<byte> portion in portions)
                {
                    hash.AppendData(portion.Span);
                    Write(stream, portion.Span);
                }
                stream.Write(hash.GetHashAndReset());
            }
        );

    /// <summary>Reads neighbouring rows.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="rows">Receives as many as it has room for.</param>
    /// <exception cref="IOException">The disk fails, or the file is shorter than it was.</exception>
    internal void Read(long first, Span<byte> rows) => Reading.Exactly(handle, HeadSize + first * Width, rows);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    /// <summary>A file that is longer than its system allows is no fault of an argument.</summary>
    private static void Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (ArgumentOutOfRangeException cause)
        {
            throw new IOException(cause.Message, cause);
        }
    }

    private static byte[] Head(ReadOnlySpan<byte> identity, long rows, int width)
    {
        byte[] head = new byte[HeadSize];
        Mark.CopyTo(head, 0);
        identity[..HashSize].CopyTo(head.AsSpan(Mark.Length));
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(Mark.Length + HashSize), rows);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(Mark.Length + HashSize + sizeof(long)), width);
        return head;
    }

    private static byte[] Hash(SafeFileHandle handle, long length)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[Block];
        for (long start = 0; start < length; start += Block)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(Block, length - start));
            Reading.Exactly(handle, HeadSize + start, part);
            hash.AppendData(part);
        }
        return hash.GetHashAndReset();
    }
}
