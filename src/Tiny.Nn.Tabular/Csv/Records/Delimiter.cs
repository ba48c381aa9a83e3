namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>
/// Which character separates the fields of a file: the one by which most records of the first block have as many fields as the
/// first record; of equal ones the one that makes more fields.
/// </summary>
/// <remarks>The header alone would not do: it may hold a comma that separates nothing. Nor would counting: rows may be full of decimal commas.</remarks>
internal static class Delimiter
{
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>Comma, semicolon, tab or bar; the earlier of equally good ones, so a comma when there is none at all.</summary>
    /// <param name="block">The first bytes of the file, or all of it.</param>
    /// <param name="isWhole">True where the block ends with the file: else its last record is half a record.</param>
    internal static char Detect(ReadOnlySpan<byte> block, bool isWhole)
    {
        List<int[]> records = Count(block, isWhole);
        char best = (char)Candidates[0];
        (double Share, int Fields) highest = (0, 0);
        for (int i = 0; i < Candidates.Length && records.Count > 0; i++)
        {
            int fields = records[0][i];
            int alike = records.Skip(1).Count(record => record[i] == fields);
            double share = records.Count == 1 ? 1 : (double)alike / (records.Count - 1);
            if (fields > 0 && (share, fields).CompareTo(highest) > 0)
            {
                highest = (share, fields);
                best = (char)Candidates[i];
            }
        }
        return best;
    }

    /// <summary>The delimiter declared by a first line "sep=;", as spreadsheet programs write and understand it; null where there is none.</summary>
    internal static char? FindDeclared(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> text = block.StartsWith("\uFEFF"u8) ? block[3..] : block;
        return
            text.StartsWith("sep="u8)
            && text.Length > 5
            && Candidates.Contains(text[4])
            && text[5] is (byte)'\r' or (byte)'\n'
            ? (char)text[4]
            : null;
    }

    /// <summary>How a delimiter is called in a message.</summary>
    internal static string Name(char delimiter) =>
        delimiter switch
        {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            _ => "bars",
        };

    /// <summary>How often each candidate stands outside quotes in each record that is not blank.</summary>
    private static List<int[]> Count(ReadOnlySpan<byte> block, bool isWhole)
    {
        List<int[]> records = [];
        int[] counts = new int[Candidates.Length];
        bool quoted = false;
        bool blank = true;
        foreach (byte character in block)
        {
            if (!quoted && character is (byte)'\n' or (byte)'\r')
            {
                if (!blank)
                {
                    records.Add(counts);
                }
                counts = new int[Candidates.Length];
                blank = true;
                continue;
            }
            quoted ^= character == '"';
            int candidate = Candidates.IndexOf(character);
            if (candidate >= 0 && !quoted)
            {
                counts[candidate]++;
            }
            blank &= character is 0 or (byte)' ' or (byte)'\t' or 0xEF or 0xBB or 0xBF;
        }
        if (!blank && (isWhole || records.Count == 0))
        {
            records.Add(counts);
        }
        return records;
    }
}
