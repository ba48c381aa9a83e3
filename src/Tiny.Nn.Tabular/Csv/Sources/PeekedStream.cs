namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>Bytes, and behind them those of a stream: one whose first bytes have been read already is read once more, also a pipe, which cannot go back.</summary>
/// <param name="start">The bytes.</param>
/// <param name="source">What follows them. It stays open.</param>
internal sealed class PeekedStream(byte[] start, Stream source) : ReadOnlyStream
{
    private int position;

    /// <summary>The first bytes of a stream, and the stream from its beginning: the same where it can go back.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="length">How many bytes; there are fewer where the stream is shorter.</param>
    internal static (byte[] Head, Stream Whole) Peek(Stream stream, int length)
    {
        byte[] head = new byte[length];
        long start = stream.CanSeek ? stream.Position : 0;
        head = head[..stream.ReadAtLeast(head, length, throwOnEndOfStream: false)];
        if (!stream.CanSeek)
        {
            return (head, new PeekedStream(head, stream));
        }
        stream.Position = start;
        return (head, stream);
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
}
