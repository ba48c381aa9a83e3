namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A pipe that can be read a second time: what has been read of it is kept in memory.</summary>
/// <param name="source">The pipe. It stays open.</param>
internal sealed class KeptStream(Stream source) : Stream
{
    private const int ChunkSize = 1 << 20;

    private readonly List<byte[]> chunks = [];
    private long kept;
    private long position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => position;
        set => position = Math.Clamp(value, 0, kept);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (position == kept)
        {
            Keep(buffer.Length);
        }
        int chunk = (int)(position / ChunkSize);
        int start = (int)(position % ChunkSize);
        int count = (int)Math.Min(Math.Min(buffer.Length, ChunkSize - start), kept - position);
        if (count > 0)
        {
            chunks[chunk].AsSpan(start, count).CopyTo(buffer);
            position += count;
        }
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Keep(int wanted)
    {
        int used = (int)(kept % ChunkSize);
        if (used == 0 && chunks.Count == kept / ChunkSize)
        {
            chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkSize));
        }
        kept += source.Read(chunks[^1].AsSpan(used, Math.Min(wanted, ChunkSize - used)));
    }
}
