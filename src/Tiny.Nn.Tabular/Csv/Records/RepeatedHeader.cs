namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The header's fields, to be found again among the rows: whoever puts files together, one below the other, leaves the header of each.</summary>
internal sealed class RepeatedHeader
{
    private readonly byte[][] names;
    private readonly long line;

    /// <param name="header">The header.</param>
    internal RepeatedHeader(Record header)
    {
        names = [.. Enumerable.Range(0, header.FieldCount).Select(field => header.Trimmed(field).ToArray())];
        line = header.Line;
    }

    /// <summary>True where a record with as many fields holds the same. For nearly every row a look at its first field is enough.</summary>
    internal bool Is(Record record)
    {
        ReadOnlySpan<byte> first = record[0];
        ReadOnlySpan<byte> name = names[0];
        if (first.Length < name.Length || (!name.IsEmpty && first[0] != name[0] && first[0] > ' '))
        {
            return false;
        }
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
