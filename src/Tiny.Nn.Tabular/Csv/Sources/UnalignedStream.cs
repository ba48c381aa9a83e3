namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A text whose fields are separated by blanks, as many as it takes to align them, with one tab instead. Blanks at the ends of a line, and in quotes, separate nothing.</summary>
/// <param name="text">The text, without a byte-order mark. It stays open.</param>
internal sealed class UnalignedStream(Stream text) : BlockwiseStream
{
    private readonly byte[] bytes = new byte[BlockSize];

    /// <summary>There is never more out than in, but for a blank of the block before.</summary>
    private readonly byte[] separated = new byte[BlockSize + 1];
    private bool isLineStart = true;
    private bool isApart;
    private bool isQuoted;

    /// <inheritdoc/>
    protected override bool TryFill(out ReadOnlyMemory<byte> block)
    {
        int read = text.Read(bytes);
        int written = 0;
        foreach (byte character in bytes.AsSpan(0, read))
        {
            Take(character, ref written);
        }
        block = separated.AsMemory(0, written);
        return read > 0;
    }

    private void Take(byte character, ref int written)
    {
        bool isEnd = character is (byte)'\n' or (byte)'\r' && !isQuoted;
        isQuoted ^= character == '"';
        if (character is (byte)' ' or (byte)'\t' && !isQuoted)
        {
            isApart = true;
            return;
        }
        if (isApart && !isEnd && !isLineStart)
        {
            separated[written++] = (byte)'\t';
        }
        separated[written++] = character;
        (isApart, isLineStart) = (false, isEnd);
    }
}
