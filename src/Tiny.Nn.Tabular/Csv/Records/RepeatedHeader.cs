using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The header's fields, to be found again among the rows: whoever puts files together, one below the other, leaves the header of each.</summary>
internal sealed class RepeatedHeader
{
    private readonly byte[][] names;
    private readonly int length;
    private readonly byte initial;
    private readonly long line;

    /// <param name="header">The header.</param>
    internal RepeatedHeader(Record header)
    {
        names = [.. Enumerable.Range(0, header.FieldCount).Select(field => header.Trimmed(field).ToArray())];
        length = names[0].Length;
        initial = names[0].FirstOrDefault();
        line = header.Line;
    }

    /// <summary>False for nearly every other record, by its first character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayBe(Record record)
    {
        ReadOnlySpan<byte> first = record[0];
        return first.Length >= length && (first.IsEmpty || first[0] == initial || first[0] <= ' ');
    }

    /// <summary>True where a record with as many fields holds the same.</summary>
    internal bool Is(Record record)
    {
        for (int field = 0; field < names.Length; field++)
        {
            if (!record.Trimmed(field).SequenceEqual(names[field]))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The error for it.</summary>
    internal DataException Explain(Record record, string source) =>
        new(
            "The header is there once more among the rows.",
            $"{source}, line {record.Line}",
            $"Leave it out wherever files were put together: awk 'NR == {line} {{ header = $0 }} NR <= {line} || $0 != header' old.csv > new.csv."
        );
}
