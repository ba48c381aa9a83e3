namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>Bytes, and behind them those of a stream: one whose first bytes have been read already is read once more, also a pipe, which cannot go back.</summary>
/// <param name="start">The bytes.</param>
/// <param name="source">What follows them. It stays open.</param>
internal sealed class PeekedStream(byte[] start, Stream source) : ReadOnlyStream
{
    private int position;

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
