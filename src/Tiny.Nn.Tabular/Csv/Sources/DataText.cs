using System.Text.Unicode;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A stream of data as the text in UTF-8 that it holds: unpacked from gzip, and transcoded. What holds no such text is an error that tells what it is.</summary>
/// <remarks>A file in UTF-8, which is nearly every one, is read itself, as if nothing stood between.</remarks>
internal sealed class DataText : IDisposable
{
    private const int HeadSize = 1 << 16;

    private readonly List<Stream> layers = [];
    private readonly string source;
    private byte[] head = [];
    private bool isWhole;

    /// <summary>Looks at the first bytes of a stream.</summary>
    /// <param name="stream">The data. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="encoding">The encoding that was told; a byte-order mark overrules it.</param>
    /// <exception cref="DataException">It holds something else than text, or text in another encoding.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal DataText(Stream stream, string source, string encoding)
    {
        this.source = source;
        Stream = stream;
        try
        {
            Peek();
            if (IsGzip)
            {
                Add(new GunzippedStream(Stream, source));
            }
            if (IsGzip)
            {
                throw new DataException("The file is packed twice by gzip.", source, "Unpack it once.");
            }
            FileSignature.Refuse(head, source);
            string? marked = ByMark(head);
            if (marked is null)
            {
                RequireOther(encoding);
            }
            string written = marked ?? encoding;
            if (written != TextEncoding.Usual)
            {
                byte[] raw = head;
                Add(new TranscodedStream(Stream, TextEncoding.Create(written)!, line => Wrong(written, raw, line)));
            }
            RequireText();
            ForeignText.Refuse(head, isWhole, source);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The text, from its beginning. It may have a byte-order mark.</summary>
    internal Stream Stream { get; private set; }

    private bool IsGzip => head is [0x1F, 0x8B, ..];

    /// <summary>What to do about a text that is not UTF-8.</summary>
    /// <param name="text">The text.</param>
    internal Advice NotUtf8(ReadOnlySpan<byte> text) => AdviceFor(EncodingGuess.Of(Sample(head, text)));

    /// <inheritdoc/>
    /// <remarks>The stream is whose who opened it.</remarks>
    public void Dispose()
    {
        for (int layer = layers.Count - 1; layer >= 0; layer--)
        {
            layers[layer].Dispose();
        }
        layers.Clear();
    }

    private static Advice AdviceFor(IReadOnlyList<string> names)
    {
        string others = names.Count == 1 ? "" : $" (or perhaps {string.Join(" or ", names.Skip(1))})";
        return new Advice(
            $"It looks like {names[0]}{others}: say so, {new Remedy(RemedyKind.Encoding, names[0])}; or save the file as UTF-8, which spreadsheet programs call CSV UTF-8."
        );
    }

    /// <summary>The lines of the head that are no ASCII, and the text: of a long file in which they are few, these tell its encoding.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> head, ReadOnlySpan<byte> text)
    {
        bool isTold = !Utf8.IsValid(EncodingGuess.Whole(head));
        return isTold ? head.ToArray() : [.. text, (byte)'\n'];
    }

    /// <summary>The encoding that a byte-order mark tells, but for UTF-8; null where there is none.</summary>
    private static string? ByMark(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "utf-32le",
            [0, 0, 0xFE, 0xFF, ..] => "utf-32be",
            [0xFF, 0xFE, ..] => "utf-16le",
            [0xFE, 0xFF, ..] => "utf-16be",
            [0xEF, 0xBB, 0xBF, ..] => TextEncoding.Usual,
            _ => null,
        };

    /// <summary>Ends where the bytes tell another encoding than was told, or than is usual, beyond doubt.</summary>
    /// <param name="told">What was told.</param>
    private void RequireOther(string told)
    {
        ReadOnlySpan<byte> text = EncodingGuess.Whole(head);
        bool isWide =
            told.StartsWith("utf-16", StringComparison.Ordinal) || told.StartsWith("utf-32", StringComparison.Ordinal);
        if (!isWide && WideOrder(head) is { } order)
        {
            throw Another("This is UTF-16 without a byte-order mark.", order);
        }
        if (told == TextEncoding.Usual)
        {
            if (text.IndexOf("\u001B$B"u8) >= 0 || text.IndexOf("\u001B$@"u8) >= 0)
            {
                throw Another("This is ISO-2022-JP, Japanese with signs that switch between alphabets.", "iso-2022-jp");
            }
            return;
        }
        bool isSingle = TextEncoding.Create(told)!.IsSingleByte;
        bool isOther = isWide
            ? !text.Contains((byte)0)
            : text.IndexOfAnyInRange(isSingle ? (byte)0xC2 : (byte)0xE0, (byte)0xF4) >= 0;
        if (isOther && Utf8.IsValid(text))
        {
            throw Another($"The text is UTF-8, and not {told}.", TextEncoding.Usual);
        }
    }

    private DataException Another(string what, string encoding) =>
        new(
            what,
            source,
            new Advice($"Say so: {new Remedy(RemedyKind.Encoding, encoding)}; or save the file as UTF-8.")
        );

    /// <summary>Which UTF-16 the bytes are, if they are: a good part of them is NUL, and all at even places or all at odd ones.</summary>
    private static string? WideOrder(ReadOnlySpan<byte> head)
    {
        const int Tenfold = 10;
        (int even, int odd) = (0, 0);
        for (int place = head.IndexOf((byte)0); (uint)place < (uint)head.Length; place++)
        {
            if (head[place] == 0)
            {
                (even, odd) = (even + (1 - place % 2), odd + place % 2);
            }
        }
        return 8 * (even + odd) < head.Length || even + odd == 0 ? null
            : odd >= Tenfold * even ? "utf-16le"
            : even >= Tenfold * odd ? "utf-16be"
            : null;
    }

    /// <summary>Looks at the first line. A NUL further down is told with its cell, where that is to be a number.</summary>
    /// <exception cref="DataException">It holds NUL bytes.</exception>
    private void RequireText()
    {
        int end = head.AsSpan().IndexOf((byte)'\n');
        if ((end < 0 ? head : head.AsSpan(0, end)).Contains((byte)0))
        {
            throw new DataException(
                "It holds NUL bytes, so it is no text.",
                $"{source}, line 1",
                "It is no CSV file, or a damaged one: give the file that the program wrote as text, or save it as CSV UTF-8 again."
            );
        }
    }

    private DataException Wrong(string encoding, ReadOnlySpan<byte> raw, long line)
    {
        IReadOnlyList<string> names = EncodingGuess.Of(raw);
        return new DataException(
            $"A text is not {encoding}.",
            $"{source}, line {line}",
            names.Contains(encoding) ? new Advice($"Correct the line, or save the file as UTF-8.") : AdviceFor(names)
        );
    }

    private void Add(Stream layer)
    {
        layers.Add(layer);
        Stream = layer;
        Peek();
    }

    /// <summary>Reads the first bytes, and goes back.</summary>
    private void Peek()
    {
        (head, Stream) = PeekedStream.Peek(Stream, HeadSize);
        isWhole = head.Length < HeadSize;
    }
}
