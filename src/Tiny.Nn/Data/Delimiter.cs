namespace Tiny.Nn.Data;

/// <summary>Which character separates the fields of a file: the one that the header has most of.</summary>
/// <remarks>Only the header is asked, because the rows of a semicolon file may be full of decimal commas.</remarks>
internal static class Delimiter
{
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>Comma, semicolon, tab or bar; the earlier of equally frequent ones, so a comma when there is none at all.</summary>
    /// <param name="start">The first bytes of the file: the header, or as much of it as there is.</param>
    internal static char Detect(ReadOnlySpan<byte> start)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        bool quoted = false;
        bool blank = true;
        foreach (byte character in start)
        {
            if (!quoted && character is (byte)'\n' or (byte)'\r')
            {
                if (!blank)
                {
                    break;
                }
                counts.Clear();
                continue;
            }
            quoted ^= character == '"';
            int candidate = Candidates.IndexOf(character);
            if (candidate < 0)
            {
                blank &= character is (byte)' ' or 0xEF or 0xBB or 0xBF;
            }
            else if (!quoted)
            {
                counts[candidate]++;
                blank &= character == '\t';
            }
        }
        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }
        return (char)Candidates[best];
    }
}
