using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>How the first lines of a file stand to those below them: comments and titles above the header, fields that blanks separate.</summary>
/// <remarks>Comments are passed over where they are certain to be none of the table; a title is an error, for nobody can tell it from a header for sure.</remarks>
internal sealed class Preamble
{
    /// <summary>No table has a title of more lines.</summary>
    private const int MostTitles = 20;

    private const int FewestWords = 2;

    private readonly List<BlockRecord> records;
    private readonly bool hasDecimalCommas;

    /// <param name="block">The first bytes of the file.</param>
    /// <param name="isWhole">True where the block is all of it.</param>
    /// <param name="told">What separates the fields; null to find out.</param>
    /// <param name="source">The file's name.</param>
    /// <param name="format">Whether there is a header, and how decimals are written.</param>
    /// <exception cref="DataException">There are lines above the header that are no comments, or blanks separate the fields and the header lacks one.</exception>
    internal Preamble(ReadOnlySpan<byte> block, bool isWhole, char? told, string source, CsvFormat format)
    {
        (bool hasHeader, hasDecimalCommas) = (format.HasHeader, format.DecimalComma);
        records = BlockRecord.Read(block, isWhole);
        PassOverComments(block, told, source, hasHeader);
        Separator = told ?? Detect(block, records, hasHeader);
        if (told is null && AreAligned(records, block, source))
        {
            (IsAligned, Separator) = (true, '\t');
        }
        else if (FindTitle(block, told, hasHeader) is { } title)
        {
            string where = title == 1 ? "line 1" : $"lines 1 to {title}";
            throw new DataException(
                "A title stands above the header.",
                $"{source}, {where}",
                $"Leave out what stands above the header: tail -n +{title + 1} old.csv > new.csv."
            );
        }
    }

    /// <summary>What separates the fields, once blanks have become tabs where they do.</summary>
    internal char Separator { get; }

    /// <summary>True where blanks separate the fields.</summary>
    internal bool IsAligned { get; }

    /// <summary>How many lines begin with # and are passed over.</summary>
    internal int Comments { get; private set; }

    /// <summary>Where the table begins in the block, if not at its beginning.</summary>
    internal int Start { get; private set; }

    /// <summary>The lines above that.</summary>
    internal int Lines { get; private set; }

    private char Detect(ReadOnlySpan<byte> block, List<BlockRecord> some, bool hasHeader) =>
        hasDecimalCommas
            ? Delimiter.DetectBesideCommas(some, HasOneColumn(block, some, hasHeader))
            : Delimiter.Detect(some);

    /// <summary>True where each row is a number with a decimal comma, and nothing else.</summary>
    private static bool HasOneColumn(ReadOnlySpan<byte> block, List<BlockRecord> some, bool hasHeader)
    {
        int first = hasHeader ? 1 : 0;
        for (int i = first; i < some.Count; i++)
        {
            if (!PlainNumber.TryParseWithComma(block[some[i].Start..some[i].End], out double _))
            {
                return false;
            }
        }
        return some.Count > first;
    }

    /// <summary>Lines that begin with #, where the line below them has more fields than any of them: then it is the header. The last may be the header itself.</summary>
    private void PassOverComments(ReadOnlySpan<byte> block, char? told, string source, bool hasHeader)
    {
        int count = 0;
        while (count < records.Count && BlockRecord.IsComment(block, records[count].Start))
        {
            count++;
        }
        if (count == 0 || count == records.Count)
        {
            return;
        }
        List<BlockRecord> rest = records[count..];
        int separator = BlockRecord.Delimiters.IndexOf((byte)(told ?? Detect(block, rest, hasHeader)));
        int[] fields = [.. records.Select(record => record.Counts[separator])];
        if (told is null && AreAligned(rest, block, source))
        {
            // Their words are no fields, unless it is data that they stand above.
            bool isHeader = hasHeader && !HasNumber(block, rest[0], ' ');
            fields = [.. records.Select((record, i) => i < count && isHeader ? 0 : record.Words)];
        }
        else if (hasHeader && IsAboveNumbers(block, rest, (char)BlockRecord.Delimiters[separator]))
        {
            fields.AsSpan(0, count).Clear();
        }
        if (fields[count - 1] == fields[count])
        {
            count--;
        }
        if (count > 0 && fields[..count].All(field => field < fields[count]))
        {
            (Comments, Start, Lines) = (count, records[count].Start, records[count].Line - 1);
            records.RemoveRange(0, count);
        }
    }

    /// <summary>True where no delimiter stands in the first record, and blanks separate as many fields in each, and one of them holds numbers, as no column of texts would.</summary>
    private static bool AreAligned(List<BlockRecord> records, ReadOnlySpan<byte> block, string source)
    {
        int words = records.Count > 0 && records[0].Counts.All(count => count == 0) ? records[^1].Words : 0;
        if (words < FewestWords)
        {
            return false;
        }
        bool isShort = records[0].Words == words - 1;
        if (
            records.Count < 2
            || (records[0].Words != words && !(isShort && words > FewestWords && records.Count > 2))
            || records.Skip(1).Any(record => record.Words != words)
        )
        {
            return false;
        }
        HashSet<int> numeric = [.. words == FewestWords ? [0] : Enumerable.Range(0, words)];
        foreach (BlockRecord record in records.Skip(1))
        {
            string[] parts = Split(block, record, ' ');
            numeric.RemoveWhere(place => place >= parts.Length || !IsNumber(parts[place]));
        }
        bool isNumeric = numeric.Count > 0;
        return isNumeric && isShort
            ? throw new DataException(
                "Blanks separate the fields, and the header lacks the name of one.",
                $"{source}, line {records[0].Line}",
                "Give each column a name. In R: write.csv(frame, \"new.csv\", row.names = FALSE)."
            )
            : isNumeric;
    }

    /// <summary>How many lines stand above the header: those with less fields than nearly all that follow; null where there are none.</summary>
    private int? FindTitle(ReadOnlySpan<byte> block, char? told, bool hasHeader)
    {
        if (hasHeader && FindPadded(block) is { } padded)
        {
            return records[padded].Line - 1;
        }
        for (int i = 0; i < BlockRecord.Delimiters.Length && !Fits; i++)
        {
            char separator = (char)BlockRecord.Delimiters[i];
            for (int first = 1; first <= MostTitles && first + 1 < records.Count; first++)
            {
                if (
                    (told ?? (hasDecimalCommas && separator == ',' ? Separator : separator)) == separator
                    && IsTitled(first, i)
                    && !(hasHeader && HasNumber(block, records[first], separator))
                )
                {
                    return records[first].Line - 1;
                }
            }
        }
        return null;
    }

    /// <summary>True where half the records have as many fields as the first, and more than one.</summary>
    private bool Fits
    {
        get
        {
            int place = BlockRecord.Delimiters.IndexOf((byte)Separator);
            int fields = records.Count == 0 ? 0 : records[0].Counts[place];
            return fields > 0
                && 2 * records.Skip(1).Count(record => record.Counts[place] == fields) >= records.Count - 1;
        }
    }

    /// <summary>True where all records above one have less fields than it, and nearly all below it as many.</summary>
    private bool IsTitled(int first, int separator)
    {
        int fields = records[first].Counts[separator];
        int top = records[0].Counts[separator];
        bool isLess =
            (top == 0 ? fields > 0 : top < fields - 1)
            && records[first].Counts.Count(count => count >= fields) == 1
            && records.Take(first).All(record => record.Counts[separator] < fields);
        int below = records.Count - first - 1;
        int others = isLess ? records.Skip(first + 1).Count(record => record.Counts[separator] != fields) : below;
        return 2 * others <= below && others < below && (others <= 2 || 4 * others <= below);
    }

    /// <summary>The first record with a text everywhere, where those above have one text at most between as many delimiters, and the first has one; null where there is none.</summary>
    private int? FindPadded(ReadOnlySpan<byte> block)
    {
        int place = BlockRecord.Delimiters.IndexOf((byte)Separator);
        for (int i = 0; i < records.Count && i <= MostTitles && records[0].Counts[place] > 1; i++)
        {
            int texts = Split(block, records[i], Separator).Count(text => text.Length > 0);
            bool isAlike = records[i].Counts[place] == records[0].Counts[place];
            if (!isAlike || texts > 1 || (i == 0 && texts == 0))
            {
                return isAlike && i > 0 && texts == records[i].Counts[place] + 1 ? i : null;
            }
        }
        return null;
    }

    /// <summary>True where the first record holds texts alone, and the second as many fields with a number among them: then the first is a header.</summary>
    private static bool IsAboveNumbers(ReadOnlySpan<byte> block, List<BlockRecord> records, char separator) =>
        records.Count > 1
        && Split(block, records[0], separator) is { Length: > 1 } names
        && Split(block, records[1], separator) is var cells
        && cells.Length == names.Length
        && !Array.Exists(names, name => IsNumber(name) || name.Length == 0 || IsMissing(name))
        && Array.Exists(cells, IsNumber);

    private static bool IsMissing(string text) =>
        CsvFormat.UsualMissing.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool HasNumber(ReadOnlySpan<byte> block, BlockRecord record, char separator) =>
        Array.Exists(Split(block, record, separator), IsNumber);

    private static bool IsNumber(string text) =>
        PlainNumber.TryParse(Encoding.UTF8.GetBytes(text.Replace(',', '.')), out double _);

    /// <summary>The fields of a record, as far as its quotes do not matter.</summary>
    private static string[] Split(ReadOnlySpan<byte> block, BlockRecord record, char separator)
    {
        string text = Encoding.UTF8.GetString(block[record.Start..record.End]);
        return separator == ' '
            ? text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
            : [.. text.Split(separator).Select(part => part.Trim().Trim('"'))];
    }
}
