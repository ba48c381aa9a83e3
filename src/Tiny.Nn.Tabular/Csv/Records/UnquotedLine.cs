namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>
/// A line with quotes, without them: a plain record again, so that one quoted record does not slow down all that follow. Only what cannot be
/// read in two ways is taken: quotes right around a field, doubled inside it, and no line break.
/// </summary>
internal sealed class UnquotedLine
{
    private byte[] bytes = [];
    private int[] ends = new int[16];

    private int count;

    /// <summary>Makes the line the next record.</summary>
    internal void MoveTo(Record record, long line) => record.Set(line, isQuoted: true, bytes, 0, ends, 0, count);

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">Without its end.</param>
    /// <param name="separator">The delimiter.</param>
    /// <returns>False where its quotes are not that simple.</returns>
    internal bool TryRead(ReadOnlySpan<byte> line, byte separator)
    {
        count = 0;
        if (bytes.Length < line.Length + BlockIndex.Step)
        {
            bytes = new byte[2 * line.Length + BlockIndex.Step];
        }
        int from = 0;
        int to = 0;
        while (true)
        {
            bool isQuoted = from < line.Length && line[from] == '"';
            if (!(isQuoted ? Unquote(line, ref from, ref to) : Copy(line, separator, ref from, ref to)))
            {
                return false;
            }
            if (count == ends.Length)
            {
                Array.Resize(ref ends, 2 * count);
            }
            ends[count++] = to;

            // Between two fields of a record one byte has its place.
            bytes[to++] = separator;
            if (from == line.Length)
            {
                return true;
            }
            if (line[from++] != separator)
            {
                return false;
            }
        }
    }

    /// <summary>Copies a field from behind its first quote to its last.</summary>
    private bool Unquote(ReadOnlySpan<byte> line, ref int from, ref int to)
    {
        bool isDoubled;
        do
        {
            ReadOnlySpan<byte> rest = line[++from..];
            int quote = rest.IndexOfAny((byte)'"', (byte)'\r');
            if (quote < 0 || rest[quote] == '\r')
            {
                return false;
            }
            isDoubled = quote + 1 < rest.Length && rest[quote + 1] == '"';
            int length = isDoubled ? quote + 1 : quote;
            rest[..length].CopyTo(bytes.AsSpan(to));
            to += length;
            from += quote + 1;
        } while (isDoubled);
        return true;
    }

    /// <summary>Copies a field without quotes.</summary>
    private bool Copy(ReadOnlySpan<byte> line, byte separator, ref int from, ref int to)
    {
        ReadOnlySpan<byte> rest = line[from..];
        int end = rest.IndexOfAny(separator, (byte)'"', (byte)'\r');
        int length = end < 0 ? rest.Length : end;
        if (end >= 0 && rest[end] != separator)
        {
            return false;
        }
        rest[..length].CopyTo(bytes.AsSpan(to));
        from += length;
        to += length;
        return true;
    }
}
