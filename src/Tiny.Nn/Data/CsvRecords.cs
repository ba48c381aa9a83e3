using System.Numerics;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Tiny.Nn.Data;

/// <summary>The records of a CSV file one after the other, each checked: what is wrong with one ends in a <see cref="DataException"/>.</summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>A record beyond this is no row of a table but a quote that never closes.</summary>
    private const int LargestRecord = 1 << 26;

    private const int HeaderBytes = 1 << 16;

    private readonly CsvReader reader;
    private readonly string source;
    private readonly long? length;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The file, as UTF-8 or with a byte-order mark. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="DataException">There is no header, or it lacks a name, or has one twice, or the stream cannot be read.</exception>
    internal CsvRecords(Stream stream, string source)
    {
        this.source = source;
        PeekedStream peeked;
        try
        {
            peeked = new PeekedStream(stream, HeaderBytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(source, fault);
        }
        length = peeked.Remaining;
        reader = CsvReader.Create(
            peeked,
            new CsvReaderOptions
            {
                Separator = Delimiter.Detect(peeked.Start),
                HasHeader = false,
                TrimWhitespace = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = LargestRecord,
                TrackLineNumbers = true,
            }
        );
        Names = ReadHeader();
    }

    /// <summary>The names of the columns, trimmed.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>The line on which the current record starts.</summary>
    internal long Line => reader.LineNumber;

    /// <summary>The part of the file that lies before the current record, from 0 to 1; null where the size is not known.</summary>
    internal double? Progress => length > 0 ? (double)reader.ByteOffset / length : null;

    /// <summary>Goes to the next record; blank lines do not count.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="DataException">The record has more or fewer fields than the header, or its quotes do not match.</exception>
    internal bool Read()
    {
        if (!MoveOn())
        {
            return false;
        }
        if (reader.FieldCount != Names.Count)
        {
            throw new DataException(
                $"A row has {Count(reader.FieldCount, "field")}, the header has {Names.Count}.",
                $"{source}, line {Line}",
                "Give every row one field per column (row names too have one in the header); quote a text with the delimiter in it."
            );
        }
        return true;
    }

    /// <summary>A field as a number.</summary>
    /// <exception cref="DataException">It is not a finite number in plain notation.</exception>
    internal T Number<T>(int field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<byte> text = reader.GetSpan(field);
        if (PlainNumber.HasItsCharacters(text) && reader.TryParse(field, out T number) && T.IsFinite(number))
        {
            return number;
        }
        (string what, string advice) = PlainNumber.Explain<T>(Encoding.UTF8.GetString(text));
        throw Bad(field, what, advice);
    }

    /// <summary>A field as text, trimmed. It is valid until the next record.</summary>
    /// <exception cref="DataException">It is empty, or not UTF-8.</exception>
    internal ReadOnlySpan<byte> Text(int field)
    {
        ReadOnlySpan<byte> text = reader.GetSpan(field);
        text = text[Ascii.Trim(text)];
        if (text.IsEmpty)
        {
            throw Bad(field, "A target is empty.", "Fill it in, or remove the row.");
        }
        return Utf8.IsValid(text) ? text : throw Bad(field, "A text is not UTF-8.", "Save the file as UTF-8.");
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    /// <summary>The exception for a file or stream that cannot be read.</summary>
    internal static DataException Unreadable(string source, Exception fault) =>
        new("The data cannot be read.", source, fault.Message, fault);

    private string[] ReadHeader()
    {
        if (!MoveOn())
        {
            throw new DataException("There is no data.", source, "Give a CSV file with a header and at least one row.");
        }
        string[] names = new string[reader.FieldCount];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            ReadOnlySpan<byte> text = reader.GetSpan(i);
            text = text[Ascii.Trim(text)];
            names[i] = Encoding.UTF8.GetString(text);
            string place = $"{source}, line {Line}, column {i + 1}";
            if (text.IsEmpty)
            {
                throw new DataException(
                    "A column has no name.",
                    place,
                    "Name every column in the header. Row numbers of other tools need a name too, or are left out when saving."
                );
            }
            if (!Utf8.IsValid(text))
            {
                throw new DataException(
                    "The name of a column is not UTF-8.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    "Save the file as UTF-8."
                );
            }
            if (!seen.TryAdd(names[i], i))
            {
                throw new DataException(
                    "Two columns have the same name.",
                    $"{place}: {Excerpt.Quote(names[i])}",
                    $"Rename it, or column {seen[names[i]] + 1}."
                );
            }
        }
        return names;
    }

    private bool MoveOn()
    {
        try
        {
            bool moved = reader.Read();
            while (moved && reader.FieldCount == 1 && IsBlank(reader.GetRawSpan(0)))
            {
                moved = reader.Read();
            }
            return moved;
        }
        catch (CsvFormatException fault)
        {
            throw new DataException(
                "The quotes of a field do not match, or a row does not end.",
                $"{source}, line {fault.LineNumber}",
                "Close every quoted field, and double the quotes inside it: \"5\"\" pipe\".",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(source, fault);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)].IsEmpty;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private DataException Bad(int field, string what, string advice) =>
        new(
            what,
            $"{source}, line {Line}, column {Excerpt.Name(Names[field])}: {Excerpt.Quote(reader.GetString(field))}",
            advice
        );
}
