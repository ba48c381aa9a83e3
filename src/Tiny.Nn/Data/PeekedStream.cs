namespace Tiny.Nn.Data;

/// <summary>A stream whose first bytes have been looked at and are read all the same: also a pipe, which cannot go back.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream source;
    private readonly byte[] start;
    private int position;

    /// <summary>Looks at the first bytes of a stream, which stays open when this one is disposed of.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    internal PeekedStream(Stream source, int count)
    {
        this.source = source;
        Remaining = source.CanSeek ? source.Length - source.Position : null;
        byte[] buffer = new byte[count];
        start = buffer[..source.ReadAtLeast(buffer, count, throwOnEndOfStream: false)];
    }

    /// <summary>The bytes looked at.</summary>
    internal ReadOnlySpan<byte> Start => start;

    /// <summary>How many bytes there were from the beginning on, if the source knows.</summary>
    internal long? Remaining { get; }

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
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (position == start.Length)
        {
            return source.Read(buffer);
        }
        int count = Math.Min(buffer.Length, start.Length - position);
        start.AsSpan(position, count).CopyTo(buffer);
        position += count;
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
}
