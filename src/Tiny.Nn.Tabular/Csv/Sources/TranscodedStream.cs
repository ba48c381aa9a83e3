using System.Text;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A text of another encoding, as UTF-8. Bytes that are wrong in that encoding are an error with their line.</summary>
/// <param name="text">The text. It stays open.</param>
/// <param name="encoding">Its encoding, one of <see cref="TextEncoding"/>.</param>
/// <param name="wrong">The error for a line, from 1 on.</param>
internal sealed class TranscodedStream(Stream text, Encoding encoding, Func<long, DataException> wrong)
    : BlockwiseStream
{
    private readonly Decoder decoder = encoding.GetDecoder();
    private readonly Encoder encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] bytes = new byte[BlockSize];
    private readonly char[] characters = new char[encoding.GetMaxCharCount(BlockSize)];
    private readonly byte[] utf8 = new byte[Encoding.UTF8.GetMaxByteCount(encoding.GetMaxCharCount(BlockSize))];
    private long line = 1;

    /// <inheritdoc/>
    /// <exception cref="DataException">There are bytes that are wrong in the encoding.</exception>
    protected override bool TryFill(out ReadOnlyMemory<byte> block)
    {
        int read = text.Read(bytes);
        bool isOver = read == 0;
        Span<char> decoded = characters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), characters, isOver));
        int fault = decoded.IndexOf(TextEncoding.Wrong);
        line += (fault < 0 ? decoded : decoded[..fault]).Count('\n');
        if (fault >= 0)
        {
            throw wrong(line);
        }
        block = utf8.AsMemory(0, encoder.GetBytes(decoded, utf8, isOver));
        return !isOver;
    }
}
