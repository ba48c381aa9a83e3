using System.Runtime.CompilerServices;
using Tiny.Nn.Tabular.Csv.Sources;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>
/// The records of a file as long as they are plain or their quotes simple (<see cref="UnquotedLine"/>), a block at a time: nearly every large
/// file is like that to its end. The rest, from the first other record on, is for <see cref="QuotedRecords"/>.
/// </summary>
internal sealed class PlainRecords : RecordSource
{
    /// <summary>A longer line is no row of a table.</summary>
    private const int LargestLine = 1 << 26;

    private readonly Stream stream;
    private readonly BlockIndex index = new();
    private readonly UnquotedLine unquoted = new();
    private byte[] buffer;
    private int length;
    private bool isWhole;
    private bool isOver;
    private byte separator;
    private int lineOfBlock;
    private int firstEnd;
    private int fields;
    private int start;
    private int following;
    private long line;

    /// <summary>Reads the first block.</summary>
    /// <param name="stream">The file. It stays open.</param>
    /// <param name="size">The bytes of a block.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    internal PlainRecords(Stream stream, int size)
    {
        this.stream = stream;
        buffer = new byte[size + BlockIndex.Step + 1];
        length = stream.ReadAtLeast(buffer.AsSpan(0, size), size, throwOnEndOfStream: false);
        isWhole = length < size;
    }

    /// <summary>The first block, before the first record has been read.</summary>
    internal ReadOnlySpan<byte> Block => buffer.AsSpan(0, length);

    /// <summary>True where that is the whole file.</summary>
    internal bool IsWhole => isWhole;

    /// <summary>True where something is left that is not plain.</summary>
    internal bool HasRest => following < length || !isWhole;

    /// <summary>True where all that has been read is over, but perhaps for blank lines; more may follow in a long file.</summary>
    internal bool IsRead =>
        length <= following || buffer.AsSpan(following, length - following).Trim("\r\n \t"u8).IsEmpty;

    /// <summary>The file from the next record on, below an empty line, lest a byte-order mark be seen there.</summary>
    internal Stream Rest => new PeekedStream([(byte)'\n', .. buffer[following..length]], stream);

    /// <summary>The lines of the file that are not counted in the rest.</summary>
    internal long LinesBeforeRest => line - 1;

    /// <summary>The file from a place of the first block on, without a byte-order mark, before the first record has been read.</summary>
    internal Stream From(int place) => new PeekedStream(buffer[Math.Max(place, Mark)..length], stream);

    /// <summary>Finds the records of the first block.</summary>
    /// <param name="delimiter">What separates the fields.</param>
    /// <param name="place">Where the first begins.</param>
    /// <param name="lines">The lines above it.</param>
    internal void Begin(char delimiter, int place, long lines)
    {
        separator = (byte)delimiter;
        following = Math.Max(place, Mark);
        line = lines;
        Find();
    }

    /// <inheritdoc/>
    /// <returns>False at the end of the file, or where the next record is neither plain nor of simple quotes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override bool MoveNext(Record record)
    {
        if (lineOfBlock == index.Lines && !Fill())
        {
            return MoveToQuoted(record);
        }
        int last = index.EndOf(lineOfBlock++);
        int[] ends = index.Ends;
        firstEnd += fields;
        fields = last + 1 - firstEnd;
        start = following;
        following = ends[last] + 1;
        line++;
        if (ends[last] > start && buffer[ends[last] - 1] == '\r')
        {
            ends[last]--;
        }
        record.Set(line, isQuoted: false, buffer, start, ends, firstEnd, fields);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>The stream is whose who opened it.</remarks>
    public override void Dispose() { }

    /// <summary>The bytes of a byte-order mark.</summary>
    private int Mark => Block.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Takes the next line, in which there are quotes, and looks for plain records below it.</summary>
    private bool MoveToQuoted(Record record)
    {
        int end;
        while ((end = EndOfLine()) < 0 && !isWhole && length - following < LargestLine)
        {
            Read();
        }
        if (end < 0 || following >= length)
        {
            return false;
        }
        ReadOnlySpan<byte> text = buffer.AsSpan(following, end - following);
        if (!unquoted.TryRead(end < length && text.EndsWith("\r"u8) ? text[..^1] : text, separator))
        {
            return false;
        }
        start = following;
        following = end + 1;
        line++;
        unquoted.MoveTo(record, line);
        Find();
        return true;
    }

    /// <summary>Where the next line ends, as far as it has been read; −1 where it goes on.</summary>
    private int EndOfLine()
    {
        int feed = length > following ? buffer.AsSpan(following, length - following).IndexOf((byte)'\n') : -1;
        return feed >= 0 ? following + feed
            : isWhole ? length
            : -1;
    }

    /// <summary>Reads on until there is another record.</summary>
    private bool Fill()
    {
        while (lineOfBlock == index.Lines && !isOver)
        {
            Read();
            Find();
        }
        return lineOfBlock < index.Lines;
    }

    /// <summary>Reads another block behind what is left of this one, or at least the rest of a line.</summary>
    private void Read()
    {
        int left = length - following;
        Buffer.BlockCopy(buffer, following, buffer, 0, left);
        (start, following, length) = (0, 0, left);
        int room = buffer.Length - BlockIndex.Step - 1;
        if (left == room && room < LargestLine)
        {
            room *= 2;
            Array.Resize(ref buffer, room + BlockIndex.Step + 1);
        }
        bool goesOn = true;
        while (goesOn && length < room)
        {
            int count = stream.Read(buffer, length, room - length);
            isWhole = count == 0;
            goesOn = count > 0 && !buffer.AsSpan(length, count).Contains((byte)'\n');
            length += count;
        }
    }

    private void Find()
    {
        int end = length;
        if (isWhole && length > 0 && buffer[length - 1] != '\n')
        {
            buffer[end++] = (byte)'\n';
        }
        index.Build(buffer, Math.Min(following, end), end, separator);
        (lineOfBlock, firstEnd, fields) = (0, 0, 0);
        bool isCut = !isWhole && index.Odd == length - 1 && buffer[length - 1] == '\r';
        isOver = isWhole || (index.Odd < length && !isCut) || (index.Lines == 0 && length >= LargestLine);
    }
}
