namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A record of the first block of a file, as far as it can be told before its delimiter is known.</summary>
/// <param name="Line">The line of the file, from 1 on, on which it starts.</param>
/// <param name="Start">Where it starts in the block.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Counts">How often each of the <see cref="Delimiters"/> stands in it, outside quotes.</param>
/// <param name="Words">How many parts it has that are separated by blanks outside quotes.</param>
internal sealed record BlockRecord(int Line, int Start, int End, int[] Counts, int Words)
{
    /// <summary>What may separate fields.</summary>
    internal static ReadOnlySpan<byte> Delimiters => ",;\t|"u8;

    /// <summary>The records that are not blank. Lines at the top that begin with # end where they end, whatever quotes they hold.</summary>
    /// <param name="block">The first bytes of the file, or all of it.</param>
    /// <param name="isWhole">True where the block ends with the file: else its last record is half a record, and left out unless it is the only one.</param>
    internal static List<BlockRecord> Read(ReadOnlySpan<byte> block, bool isWhole)
    {
        List<BlockRecord> records = [];
        int start = block.StartsWith("\uFEFF"u8) ? 3 : 0;
        int line = 1;
        int firstLine = 1;
        bool isQuoted = false;
        bool isTop = true;
        bool isComment = IsComment(block, start);
        bool isApart = true;
        int words = 0;
        int[] counts = new int[Delimiters.Length];
        for (int place = start; place < block.Length; place++)
        {
            byte character = block[place];
            bool isEnd = character is (byte)'\n' or (byte)'\r';
            line += character == '\n' ? 1 : 0;
            if (isEnd && (!isQuoted || isComment))
            {
                if (words > 0)
                {
                    records.Add(new BlockRecord(firstLine, start, place, counts, words));
                    isTop &= isComment;
                }
                counts = new int[Delimiters.Length];
                (start, firstLine, words) = (place + 1, line, 0);
                (isQuoted, isApart) = (false, true);
                isComment = isTop && IsComment(block, start);
                continue;
            }
            isQuoted ^= character == '"';
            if (!isQuoted)
            {
                int candidate = Delimiters.IndexOf(character);
                if (candidate >= 0)
                {
                    counts[candidate]++;
                }
            }
            bool isBlank = character is 0 or (byte)' ' or (byte)'\t' && !isQuoted;
            words += isApart && !isBlank ? 1 : 0;
            isApart = isBlank;
        }
        if (words > 0 && (isWhole || records.Count == 0))
        {
            records.Add(new BlockRecord(firstLine, start, block.Length, counts, words));
        }
        return records;
    }

    /// <summary>True where a line begins with #.</summary>
    internal static bool IsComment(ReadOnlySpan<byte> block, int start) => start < block.Length && block[start] == '#';
}
