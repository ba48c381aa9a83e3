using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Data;

/// <summary>Turns one record into one sample. Here a large file spends its time.</summary>
/// <param name="columns">For each field of a record what reads it; null where nobody wants it.</param>
/// <param name="slots">For each field its place in a sample.</param>
/// <param name="rules">How numbers are written.</param>
/// <param name="separator">What separates the fields.</param>
internal sealed class SampleReader<T>(Column<T>?[] columns, int[] slots, CellRules rules, char separator)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly byte separator = (byte)separator;
    private readonly byte point = rules.Point;

    /// <summary>Reads all cells of the current record.</summary>
    /// <param name="records">Stands on a record with a field for each column.</param>
    /// <param name="row">The row of the table, from 0 on.</param>
    /// <param name="sample">Receives the numbers.</param>
    /// <exception cref="DataException">A cell does not belong into its column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(CsvRecords records, int row, Span<T> sample)
    {
        ReadOnlySpan<byte> rest = records.Raw;
        if (rest.Contains((byte)'"') || point == separator)
        {
            ReadFields(records, row, sample);
            return;
        }

        // Without quotes a field ends where the next separator stands, and a number where its digits end.
        for (int field = 0; field < columns.Length; field++)
        {
            Column<T>? column = columns[field];
            int end;
            if (column is { TakesNumbers: true })
            {
                end = QuickNumber.Read(rest, point, separator, out T number);
                if (end >= 0)
                {
                    sample[slots[field]] = number;
                    rest = end < rest.Length ? rest[(end + 1)..] : default;
                    continue;
                }
            }
            end = rest.IndexOf(separator);
            ReadOnlySpan<byte> written = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (column is not null)
            {
                sample[slots[field]] = column.Read(new Cell(records, field, written), row);
            }
        }
    }

    /// <summary>The same one field at a time.</summary>
    private void ReadFields(CsvRecords records, int row, Span<T> sample)
    {
        for (int field = 0; field < columns.Length; field++)
        {
            if (columns[field] is { } column)
            {
                sample[slots[field]] = column.Read(records[field], row);
            }
        }
    }
}
