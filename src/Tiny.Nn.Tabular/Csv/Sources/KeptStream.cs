namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A pipe that can be read a second time: what has been read of it is kept in memory.</summary>
/// <param name="source">The pipe. It stays open.</param>
internal sealed class KeptStream(Stream source) : ReadOnlyStream
{
    private const int ChunkSize = 1 << 20;

    private readonly List<byte[]> chunks = [];
    private long kept;
    private long position;

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
