namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>
/// Which character separates the fields of a file: the one by which most records of the first block have as many fields as the
/// first record; of equal ones the one that makes more fields.
/// </summary>
/// <remarks>The header alone would not do: it may hold a comma that separates nothing. Nor would counting: rows may be full of decimal commas.</remarks>
internal static class Delimiter
{
    private static ReadOnlySpan<byte> Candidates => BlockRecord.Delimiters;

    /// <summary>Comma, semicolon, tab or bar; the earlier of equally good ones, so a comma when there is none at all.</summary>
    /// <param name="block">The first bytes of the file, or all of it.</param>
    /// <param name="isWhole">True where the block ends with the file: else its last record is half a record.</param>
    internal static char Detect(ReadOnlySpan<byte> block, bool isWhole) => Detect(BlockRecord.Read(block, isWhole));

    /// <summary>
    /// The same where decimals are written with a comma: then a comma separates fields only where nothing else does, and all records have as many
    /// commas.
    /// </summary>
    /// <param name="records">What has been looked at.</param>
    /// <param name="hasOneColumn">True where each row is one number.</param>
    internal static char DetectBesideCommas(IReadOnlyList<BlockRecord> records, bool hasOneColumn)
    {
        (char best, double share) = Detect(records, from: 1);
        bool haveCommas =
            records.Count > 0
            && records[0].Counts[0] > 0
            && records.All(record => record.Counts[0] == records[0].Counts[0]);
        return 2 * share < 1 && haveCommas && !hasOneColumn ? (char)Candidates[0] : best;
    }

    /// <summary>The same for records that have been looked at.</summary>
    internal static char Detect(IReadOnlyList<BlockRecord> records) => Detect(records, from: 0).Delimiter;

    private static (char Delimiter, double Share) Detect(IReadOnlyList<BlockRecord> records, int from)
    {
        char best = (char)Candidates[from];
        (double Share, int Fields) highest = (0, 0);
        for (int i = from; i < Candidates.Length && records.Count > 0; i++)
        {
            int fields = records[0].Counts[i];
            int alike = records.Skip(1).Count(record => record.Counts[i] == fields);
            double share = records.Count == 1 ? 1 : (double)alike / (records.Count - 1);
            if (fields > 0 && (share, fields).CompareTo(highest) > 0)
            {
                highest = (share, fields);
                best = (char)Candidates[i];
            }
        }
        return (best, highest.Share);
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
}
